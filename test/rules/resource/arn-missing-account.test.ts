import { describe, test } from 'node:test';
import { arnMissingAccount } from '../../../server/src/rules/resource/arn-missing-account.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('arn-missing-account', () => {
  test('reports the place of the account', () =>
    checkRule(
      arnMissingAccount,
      `{ "Statement": [{ "Resource": [
      "arn:aws:lambda:us-east-1::function:resize",
//                             ^^ ARNs of this kind name an account; this one matches nothing.
      "arn:aws:iam:::role/app",
//                 ^^ ARNs of this kind name an account; this one matches nothing.
      "arn:aws:lambda:us-east-1:*:function:resize"
] }] }`,
    ));

  test('is silent where some form of the resource has no account', () =>
    checkRule(
      arnMissingAccount,
      `{ "Statement": { "Resource": ["arn:aws:s3:::reports/*", "arn:aws:ec2:*::image/*", "arn:aws:ec2:*::*"] } }`,
    ));

  test('is silent about what AWS may own', () =>
    checkRule(
      arnMissingAccount,
      `{ "Statement": { "Resource": ["arn:aws:lambda:us-east-1::function:AWSBackup",
        "arn:aws:sns:us-east-1::AmazonIpSpaceChanged"] } }`,
    ));

  test('puts a wildcard or an account there', () => {
    const before = '{ "Statement": { "Resource": "arn:aws:sns:*::alerts" } }';
    checkFix(
      arnMissingAccount,
      before,
      'Change to "arn:aws:sns:*:*:alerts"',
      '{ "Statement": { "Resource": "arn:aws:sns:*:*:alerts" } }',
    );
    checkFix(
      arnMissingAccount,
      before,
      'Name an account',
      '{ "Statement": { "Resource": "arn:aws:sns:*:111122223333:alerts" } }',
    );
  });
});
