import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { variableWildcardInjection } from '../../../server/src/rules/statement/variable-wildcard-injection.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('variable-wildcard-injection', () => {
  test('reports a variable right before a wildcard', () =>
    checkRule(
      variableWildcardInjection,
      `{ "Statement": [{ "Effect": "Allow", "Resource": [
      "arn:aws:s3:::home/\${aws:username}*",
//                       ^^^^^^^^^^^^^^^ "\${aws:username}*" also matches names that only begin like the caller's.
      "arn:aws:s3:::home/\${aws:username}/*", "arn:aws:s3:::logs-\${aws:PrincipalAccount}*"
] }] }`,
    ));

  test('reports a pattern that is nothing but a tag, and what the request says of itself', () =>
    checkRule(
      variableWildcardInjection,
      `{ "Statement": [{ "Effect": "Allow",
      "Resource": "arn:aws:s3:::home/\${aws:RequestTag/team}/*",
//                                   ^^^^^^^^^^^^^^^^^^^^^^ "\${aws:RequestTag/team}" is chosen with each request, so it limits nothing.
      "Condition": { "StringLike": { "s3:prefix": ["home",
      "\${aws:PrincipalTag/team}", "\${aws:PrincipalTag/team}/*"] } } }] }
//     ^^^^^^^^^^^^^^^^^^^^^^^^ "\${aws:PrincipalTag/team}" as a whole pattern trusts the tag not to be "*".
`,
    ));

  test('is silent where nothing is granted, and where the operator knows no wildcards', () =>
    checkRule(
      variableWildcardInjection,
      `{ "Statement": [
        { "Effect": "Deny", "Resource": "arn:aws:s3:::home/\${aws:username}*" },
        { "Effect": "Allow", "NotResource": "arn:aws:s3:::home/\${aws:username}*" },
        { "Effect": "Allow", "Condition": {
          "StringEquals": { "s3:prefix": "\${aws:PrincipalTag/team}*" },
          "StringNotLike": { "s3:prefix": "\${aws:PrincipalTag/team}" },
          "StringLike": { "s3:delimiter": ["\${aws:username}", "\${*}*"] } } }
      ] }`,
    ));

  test('leaves a default without quotes to the rule about it', () =>
    checkRule(
      variableWildcardInjection,
      '{ "Statement": { "Effect": "Allow", "Condition": { "StringLike": { "s3:prefix": "${aws:PrincipalTag/a, none}" } } } }',
    ));

  test('is silent about ids that take no variable at all', () =>
    checkRule(
      variableWildcardInjection,
      `{ "Statement": { "Effect": "Allow", "Condition": { "StringLike": {
        "aws:PrincipalOrgID": ["\${aws:PrincipalTag/org}", "o-\${aws:PrincipalTag/org}*"] } } } }`,
    ));

  test('puts the delimiter of the name between them', () =>
    checkFix(
      variableWildcardInjection,
      `{ "Statement": { "Effect": "Allow", "Resource": "arn:aws:s3:::home-\${aws:PrincipalTag/team}*" } }`,
      'Change to "arn:aws:s3:::home-${aws:PrincipalTag/team}-*"',
      `{ "Statement": { "Effect": "Allow", "Resource": "arn:aws:s3:::home-\${aws:PrincipalTag/team}-*" } }`,
    ));

  test('compares exactly only where no other value needs the pattern', () => {
    const policy = (values: string): string =>
      `{ "Statement": { "Effect": "Allow", "Condition": { "StringLikeIfExists": { "s3:prefix": ${values} } } } }`;
    const tag = '"${aws:PrincipalTag/team}"';
    assert.deepEqual(fixTitles(variableWildcardInjection, policy(tag)), ['Change to "StringEqualsIfExists"']);
    assert.deepEqual(fixTitles(variableWildcardInjection, policy(`[${tag}, "a*"]`)), []);
  });
});
