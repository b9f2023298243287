import { describe, test } from 'node:test';
import { wildcardShortPrefix } from '../../../server/src/rules/condition/wildcard-short-prefix.ts';
import { checkRule } from '../../support/check.ts';

const policy = (effect: string, condition: string): string =>
  `{ "Statement": [{ "Effect": "${effect}", "Action": "s3:*", "Resource": "*", "Condition": ${condition} }] }`;

describe('wildcard-short-prefix', () => {
  test('reports each value that begins too early with a wildcard or a variable', () =>
    checkRule(
      wildcardShortPrefix,
      `{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {
      "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": ["o-*/r-ab12/*", "o-a1b2c3d4e5/*"] },
//                                                          ^^^^^^^^^^^^^^ Fewer than six characters stand before the wildcard of "o-*/r-ab12/*". Values of strangers may match.
      "StringLike": { "aws:PrincipalArn": "*:role/Admin" },
//                                        ^^^^^^^^^^^^^^ Fewer than six characters stand before the wildcard of "*:role/Admin". Values of strangers may match.
      "StringEquals": { "sts:ExternalId": "x-\${aws:PrincipalTag/id}" }
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ Fewer than six characters stand before the variable of "x-\${aws:PrincipalTag/id}". Values of strangers may match.
} } }`,
    ));

  test('counts the characters: five are too few, six are enough', () => {
    checkRule(
      wildcardShortPrefix,
      `{ "Statement": { "Effect": "Allow", "Action": "sts:AssumeRole", "Condition":
      { "StringLike": { "sts:ExternalId": ["abcde*", "abcdef*"] } }
//                                         ^^^^^^^^ Fewer than six characters stand before the wildcard of "abcde*". Values of strangers may match.
} }`,
    );
  });

  test('is silent where a broad pattern only denies more, or allows less', () => {
    checkRule(wildcardShortPrefix, policy('Deny', '{ "StringLike": { "aws:PrincipalArn": "*:role/Temp" } }'));
    checkRule(
      wildcardShortPrefix,
      policy('Allow', '{ "StringNotLike": { "aws:PrincipalArn": "*:role/Temp" } }'),
    );
  });

  test('is silent on ARNs of any partition, ids that AWS fills in, and a star alone', () => {
    for (const value of [
      'arn:*:iam::111122223333:role/x',
      'arn:aws:iam::*:role/x',
      '${aws:PrincipalArn}',
      '*',
    ]) {
      checkRule(wildcardShortPrefix, policy('Allow', `{ "StringLike": { "aws:PrincipalArn": "${value}" } }`));
    }
  });

  test('is silent on keys that identify nobody, and on Arn operators', () => {
    checkRule(wildcardShortPrefix, policy('Allow', '{ "StringLike": { "s3:prefix": "a*" } }'));
    checkRule(wildcardShortPrefix, policy('Allow', '{ "StringLike": { "aws:PrincipalTag/team": "a*" } }'));
    checkRule(wildcardShortPrefix, policy('Allow', '{ "ArnLike": { "aws:PrincipalArn": "*:role/Admin" } }'));
    checkRule(wildcardShortPrefix, policy('Allow', '{ "StringLike": { "aws:PrincipalArn": "${role}*" } }'));
  });
});
