import { describe, test } from 'node:test';
import { readWithoutDecryptHint } from '../../../server/src/rules/action/read-without-decrypt-hint.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('read-without-decrypt-hint', () => {
  test('reports the first action of each service that reads what may be encrypted', () =>
    checkRule(
      readWithoutDecryptHint,
      `{ "Statement": [{ "Effect": "Allow", "Action": [
      "s3:ListBucket", "S3:getobject", "s3:GetObjectVersion",
//                     ^^^^^^^^^^^^^^ "S3:getobject" needs kms:Decrypt too where a customer managed key encrypts the data.
      "ssm:GetParameters"
//    ^^^^^^^^^^^^^^^^^^^ "ssm:GetParameters" needs kms:Decrypt too where a customer managed key encrypts the data.
] }, { "Effect": "Allow", "Action": "s3:GetObject" }] }`,
    ));

  test('is silent where an Allow matches kms:Decrypt', () => {
    for (const action of ['"kms:Decrypt"', '["kms:Get*", "kms:De*"]', '"*"', '"{{ actions }}"']) {
      checkRule(
        readWithoutDecryptHint,
        `{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject" }, { "Effect": "Allow", "Action": ${action} }] }`,
      );
    }
  });

  test('is silent about a Deny, patterns and other types of policies', () => {
    checkRule(readWithoutDecryptHint, '{ "Statement": { "Effect": "Deny", "Action": "s3:GetObject" } }');
    checkRule(readWithoutDecryptHint, '{ "Statement": { "Effect": "Allow", "NotAction": "s3:GetObject" } }');
    checkRule(readWithoutDecryptHint, '{ "Statement": { "Effect": "Allow", "Action": "s3:Get*" } }');
    checkRule(readWithoutDecryptHint, '{ "Statement": { "Effect": "Allow", "Action": "s3:GetObject" } }', {
      policyType: 'resource',
    });
  });

  test('allows it through the service only', () =>
    checkFix(
      readWithoutDecryptHint,
      '{ "Statement": { "Effect": "Allow", "Action": "secretsmanager:GetSecretValue" } }',
      'Allow "kms:Decrypt" for one key through the service',
      '{ "Statement": [{ "Effect": "Allow", "Action": "secretsmanager:GetSecretValue" }, { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:us-east-1:111122223333:key/key-id", "Condition": { "StringEquals": { "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" } } }] }',
    ));
});
