import { describe, test } from 'node:test';
import { keyLimitedToSomeServices } from '../../../server/src/rules/action/key-limited-to-some-services.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('key-limited-to-some-services', () => {
  test('reports the actions of other services together, at the first', () =>
    checkRule(
      keyLimitedToSomeServices,
      `{ "Statement": [{ "Effect": "Deny", "Resource": "*",
      "Action": ["s3:*", "sqs:*", "kms:Decrypt", "iam:PassRole"],
//                       ^^^^^^^ "sqs:*" and "iam:PassRole" are not known to send "aws:VpceOrgID". Few services did in 2025-09.
      "Condition": { "StringNotEqualsIfExists": { "aws:VpceOrgID": "o-a1b2c3d4e5" } }
}] }`,
    ));

  test('reports a star, and a NotAction at the key', () => {
    checkRule(
      keyLimitedToSomeServices,
      `{ "Statement": [{ "Effect": "Deny", "Resource": "*",
      "Action": "*",
//              ^^^ "*" is not known to send "aws:VpceAccount". Few services did in 2025-09.
      "Condition": { "StringNotEquals": { "aws:VpceAccount": "111122223333" } }
}] }`,
    );
    checkRule(
      keyLimitedToSomeServices,
      `{ "Statement": [{ "Effect": "Deny", "Resource": "*", "NotAction": "iam:*", "Condition": { "StringNotEquals": {
      "aws:VpceAccount": "111122223333"
//    ^^^^^^^^^^^^^^^^^ NotAction reaches services that do not send "aws:VpceAccount". Name those that do.
} } }] }`,
    );
  });

  test('is silent for services that send the keys, by action or by resource', () => {
    for (const [action, resource] of [
      ['"s3:*"', '*'],
      ['["S3:GetObject", "iam:GetRole"]', '*'],
      ['"*"', 'arn:aws:s3:::app/*'],
      ['"${service}:*"', '*'],
    ]) {
      checkRule(
        keyLimitedToSomeServices,
        `{ "Statement": { "Effect": "Allow", "Action": ${action}, "Resource": "${resource}", "Condition": { "StringEquals": { "aws:VpceOrgID": "o-a1b2c3d4e5" } } } }`,
      );
    }
  });

  test('is silent about other keys of networks', () =>
    checkRule(
      keyLimitedToSomeServices,
      '{ "Statement": { "Effect": "Allow", "Action": "sqs:*", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } } } }',
    ));

  test('takes them out of the statement', () =>
    checkFix(
      keyLimitedToSomeServices,
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:*", "sqs:*"], "Resource": "*", "Condition": { "StringEquals": { "aws:VpceOrgID": "o-a1b2c3d4e5" } } } }',
      'Remove "sqs:*"',
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:*"], "Resource": "*", "Condition": { "StringEquals": { "aws:VpceOrgID": "o-a1b2c3d4e5" } } } }',
    ));
});
