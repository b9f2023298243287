import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conditionNeverTrueWildcard } from '../../../server/src/rules/condition/condition-never-true-wildcard.ts';
import { denyCarveOutStar } from '../../../server/src/rules/condition/deny-carve-out-star.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('deny-carve-out-star', () => {
  test('reports the wildcard, once', () => {
    checkRule(
      [conditionNeverTrueWildcard, denyCarveOutStar],
      `{ "Statement": { "Effect": "Deny", "Condition": { "StringNotLike": { "aws:PrincipalAccount":
      "*"
//    ^^^ "*" excepts every caller with "aws:PrincipalAccount", so this Deny stops none of them.
} } } }`,
    );
    checkRule(
      denyCarveOutStar,
      `{ "Statement": { "Effect": "Deny", "NotResource": ["arn:aws:s3:::b",
      "*"
//    ^^^ "*" excepts every resource, so this Deny denies nothing.
],    "NotAction": "*"
//                 ^^^ "*" excepts every action, so this Deny denies nothing.
} }`,
    );
  });

  test('knows ARNs that match everyone', () => {
    for (const text of ['arn:*', 'arn:aws:iam::*:*', 'arn:*:iam::*:*']) {
      assert.equal(findings(denyCarveOutStar, policyWith('ArnNotLike', text)).length, 1, text);
    }
  });

  test('leaves narrower patterns, other keys, other operators and Allow alone', () => {
    checkRule(denyCarveOutStar, policyWith('ArnNotLike', 'arn:aws:iam::*:role/*'));
    checkRule(denyCarveOutStar, policyWith('ArnLike', '*'));
    checkRule(denyCarveOutStar, policyWith('StringNotEquals', '*'));
    checkRule(denyCarveOutStar, policyWith('ArnNotLike', '*').replace('Deny', 'Allow'));
    checkRule(
      denyCarveOutStar,
      policyWith('StringNotLike', '*').replace('aws:PrincipalArn', 'aws:SourceVpce'),
    );
    checkRule(
      denyCarveOutStar,
      '{ "Statement": { "Effect": "Allow", "NotResource": "*", "NotAction": ["*"] } }',
    );
    checkRule(
      denyCarveOutStar,
      '{ "Statement": { "Effect": "Deny", "NotResource": "arn:aws:s3:::*", "NotAction": "s3:*" } }',
    );
  });

  test('asks for a name, or deletes the statement', () => {
    const policy = `{ "Statement": [${statement('"ArnNotLike": { "aws:PrincipalArn": "*" }')}, {}] }`;
    assert.deepEqual(fixTitles(denyCarveOutStar, policy), ['Name what to except', 'Delete the statement']);
    checkFix(denyCarveOutStar, policy, 'Delete the statement', '{ "Statement": [{}] }');
    checkFix(
      denyCarveOutStar,
      policy,
      'Name what to except',
      `{ "Statement": [${statement('"ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/role-name" }')}, {}] }`,
    );
    const [first] = findings(denyCarveOutStar, policy);
    assert.deepEqual(
      first?.fixes().map(({ keepsAccess }) => keepsAccess),
      [false, false],
    );
  });
});

const statement = (condition: string): string => `{ "Effect": "Deny", "Condition": { ${condition} } }`;

const policyWith = (operator: string, value: string): string =>
  `{ "Statement": ${statement(`"${operator}": { "aws:PrincipalArn": "${value}" }`)} }`;
