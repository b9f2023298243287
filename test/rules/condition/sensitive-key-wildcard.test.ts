import { describe, test } from 'node:test';
import { conditionAlwaysTrueWildcard } from '../../../server/src/rules/condition/condition-always-true-wildcard.ts';
import { sensitiveKeyWildcard } from '../../../server/src/rules/condition/sensitive-key-wildcard.ts';
import { checkRule } from '../../support/check.ts';

const policy = (effect: string, condition: string): string =>
  `{ "Statement": [{ "Effect": "${effect}", "Action": "s3:*", "Resource": "*", "Condition": ${condition} }] }`;

describe('sensitive-key-wildcard', () => {
  test('reports patterns and variables that somebody can set', () =>
    checkRule(
      sensitiveKeyWildcard,
      `{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {
      "StringLike": {
        "aws:SourceAccount": ["111122223333", "1111????3333"],
//                                            ^^^^^^^^^^^^^^ "1111????3333" may match the id of any other account, too. Write the id out.
        "AWS:sourcevpce": "vpce-*"
//                        ^^^^^^^^ "vpce-*" may match the id of any other VPC endpoint, too. Write the id out.
      },
      "StringEquals": { "aws:ResourceOrgID": "\${aws:PrincipalTag/org}" }
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^ "\${aws:PrincipalTag/org}" stands for any organization that somebody puts there. Write the id out.
} } }`,
    ));

  test('reports a Deny that spares a pattern', () =>
    checkRule(
      sensitiveKeyWildcard,
      `{ "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": {
      "StringNotLikeIfExists": { "aws:SourceVpc": "vpc-12*" }
//                                                ^^^^^^^^^ "vpc-12*" may match the id of any other VPC, too. Write the id out.
} } }`,
    ));

  test('is silent on ids that AWS fills in, as in its own examples', () => {
    for (const [key, variable] of [
      ['aws:ResourceAccount', 'aws:PrincipalAccount'],
      ['aws:ResourceOrgID', 'AWS:principalorgid'],
      ['aws:SourceVpc', 'aws:Ec2InstanceSourceVpc'],
      ['aws:PrincipalOrgID', "aws:ResourceOrgID, 'o-a1b2c3d4e5'"],
    ]) {
      checkRule(
        sensitiveKeyWildcard,
        policy('Deny', `{ "StringNotEquals": { "${key}": "\${${variable}}" } }`),
      );
    }
  });

  test('is silent where a star is a character, where it stands alone, and on other keys', () => {
    for (const condition of [
      '{ "StringEquals": { "aws:SourceAccount": "1111*" } }',
      '{ "StringLike": { "aws:SourceAccount": "*" } }',
      '{ "StringLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/x" } }',
      '{ "StringLike": { "aws:SourceAccount": "${*}111" } }',
      '{ "Null": { "aws:SourceAccount": "false" } }',
    ]) {
      checkRule(sensitiveKeyWildcard, policy('Allow', condition));
    }
  });

  test('is silent on text that is filled in at deployment', () => {
    for (const value of [
      '"${account}"',
      '"${var.account}*"',
      '{ "Ref": "AWS::AccountId" }',
      '["<account>"]',
    ]) {
      checkRule(sensitiveKeyWildcard, policy('Allow', `{ "StringLike": { "aws:SourceAccount": ${value} } }`));
    }
  });

  test('leaves a star alone to the rule that says what it means', () =>
    checkRule(
      [sensitiveKeyWildcard, conditionAlwaysTrueWildcard],
      `{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {
      "StringLike": { "aws:PrincipalOrgID": "*" }
//                                          ^^^ "*" matches every value, so this only tests that "aws:PrincipalOrgID" is present.
} } }`,
    ));
});
