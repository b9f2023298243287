import { describe, test } from 'node:test';
import { arnAccountNotAllowed } from '../../../server/src/rules/resource/arn-account-not-allowed.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('arn-account-not-allowed', () => {
  test('reports the account', () =>
    checkRule(
      arnAccountNotAllowed,
      `{ "Statement": [{ "Resource": [
      "arn:aws:s3::111122223333:reports",
//                 ^^^^^^^^^^^^ ARNs of this kind name no account; "111122223333" must be left out.
      "arn:aws:ec2:*:111122223333:image/*",
//                   ^^^^^^^^^^^^ ARNs of this kind name no account; "111122223333" must be left out.
      "arn:aws:s3:::reports"
] }] }`,
    ));

  test('accepts wildcards and variables, and an account where some form has one', () =>
    checkRule(
      arnAccountNotAllowed,
      `{ "Statement": { "Resource": ["arn:aws:s3:*:*:reports", "arn:aws:s3::\${aws:PrincipalAccount}:reports",
        "arn:aws:s3:us-east-1:111122223333:*", "arn:aws:ec2:*:111122223333:*"] } }`,
    ));

  test('leaves what is no account id to arn-invalid-account', () =>
    checkRule(arnAccountNotAllowed, '{ "Statement": { "Resource": "arn:aws:s3::1111-2222-3333:reports" } }'));

  test('leaves the account out', () =>
    checkFix(
      arnAccountNotAllowed,
      '{ "Statement": { "Resource": ["arn:aws:ec2:us-east-1:111122223333:image/ami-1"] } }',
      'Change to "arn:aws:ec2:us-east-1::image/ami-1"',
      '{ "Statement": { "Resource": ["arn:aws:ec2:us-east-1::image/ami-1"] } }',
    ));
});
