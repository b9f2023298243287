import { describe, test } from 'node:test';
import { principalarnSessionArn } from '../../../server/src/rules/condition/principalarn-session-arn.ts';
import { checkFix, checkRule } from '../../support/check.ts';

const condition = (tests: string): string => `{ "Statement": { "Condition": ${tests} } }`;

describe('principalarn-session-arn', () => {
  test('reports the ARN of a session', () =>
    checkRule(
      principalarnSessionArn,
      `{ "Statement": [{
  "Condition": { "StringLike": { "aws:principalarn": ["arn:aws:iam::111122223333:role/a", "arn:aws:sts::*:assumed-role/a/*"] } }
//                                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "aws:principalarn" holds the ARN of the role, so that of a session never matches.
}] }`,
    ));

  test('is silent on other principals, federated users included', () =>
    checkRule(
      principalarnSessionArn,
      condition(
        '{ "ArnLike": { "aws:PrincipalArn": ["arn:aws:iam::111122223333:user/a", "arn:aws:sts::111122223333:federated-user/a", "*", { "Ref": "Role" }] } }',
      ),
    ));

  test('is silent on keys that hold sessions', () =>
    checkRule(
      principalarnSessionArn,
      condition('{ "ArnLike": { "aws:SourceArn": "arn:aws:sts::111122223333:assumed-role/a/b" } }'),
    ));

  test('finds roles of IAM Identity Center on their path', () =>
    checkFix(
      principalarnSessionArn,
      condition(
        '{ "ArnLike": { "aws:PrincipalArn": "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_*/*" } }',
      ),
      'Change to "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Admin_*"',
      condition(
        '{ "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Admin_*" } }',
      ),
    ));
});
