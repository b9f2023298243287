import { describe, test } from 'node:test';
import { kmsKeyValue } from '../../../server/src/rules/condition/kms-key-value.ts';
import { checkFix, checkRule } from '../../support/check.ts';

const KEY = 's3:x-amz-server-side-encryption-aws-kms-key-id';
const equals = (value: string): string =>
  `{ "Statement": { "Condition": { "StringEquals": { "${KEY}": ${value} } } } }`;

describe('kms-key-value', () => {
  test('reports an alias', () =>
    checkRule(
      kmsKeyValue,
      `{ "Statement": [{
  "Condition": { "ArnEquals": { "${KEY}": "arn:aws:kms:us-east-1:111122223333:alias/a" } }
//                                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "arn:aws:kms:us-east-1:111122223333:alias/a" is no ARN of a KMS key. "${KEY}" holds nothing else.
}] }`,
    ));

  test('is silent on ARNs of keys, patterns and variables', () =>
    checkRule(
      kmsKeyValue,
      equals(
        '["arn:aws:kms:us-east-1:111122223333:key/1a2b", "arn:aws:kms:*:111122223333:key/*", "${aws:PrincipalTag/key}", "${key_arn}", { "Ref": "Key" }]',
      ),
    ));

  test('is silent on an empty text, on Null and on keys that hold an id', () =>
    checkRule(
      kmsKeyValue,
      '{ "Statement": { "Condition": { "StringEquals": { "ec2:KmsKeyId": "1a2b" }, "StringNotEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "" } } } }',
    ));

  test('keeps Region and account of an alias', () =>
    checkFix(
      kmsKeyValue,
      equals('"arn:aws:kms:eu-west-1:444455556666:alias/a"'),
      'Write the ARN of the key',
      equals('"arn:aws:kms:eu-west-1:444455556666:key/1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809"'),
    ));

  test('keeps the id of a key of several Regions', () =>
    checkFix(
      kmsKeyValue,
      equals('"mrk-1234abcd12ab34cd56ef1234567890ab"'),
      'Write the ARN of the key',
      equals('"arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab"'),
    ));
});
