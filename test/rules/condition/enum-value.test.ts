import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { enumValue } from '../../../server/src/rules/condition/enum-value.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

const condition = (tests: string): string => `{ "Statement": { "Condition": ${tests} } }`;

describe('enum-value', () => {
  test('reports a text that the key never has', () =>
    checkRule(
      enumValue,
      `{ "Statement": [{
  "Condition": {
    "StringNotEquals": { "s3:x-amz-server-side-encryption": ["aws:kms", "AES-256"] },
//                                                                      ^^^^^^^^^ "s3:x-amz-server-side-encryption" never has the value "AES-256". It is "AES256", "aws:kms", "aws:kms:dsse" or "aws:fsx".
    "StringLike": { "s3:x-amz-acl": "public" },
//                                  ^^^^^^^^ "s3:x-amz-acl" never has the value "public".
    "ForAllValues:StringEquals": { "kms:GrantOperations": ["Decrypt", "decrypt"] }
//                                                                    ^^^^^^^^^ "kms:GrantOperations" never has the value "decrypt".
  }
}] }`,
    ));

  test('is silent on documented values, and on another case where it does not count', () =>
    checkRule(
      enumValue,
      condition(
        '{ "StringEquals": { "S3:X-Amz-ACL": "private", "s3:signatureversion": "AWS" }, "StringEqualsIgnoreCase": { "s3:x-amz-server-side-encryption": "aes256" } }',
      ),
    ));

  test('reports only another spelling where the list grows', () =>
    checkRule(
      enumValue,
      `{ "Statement": [{
  "Condition": { "StringEquals": { "s3:x-amz-storage-class": ["STANDARD", "EXPRESS_ONEZONE", "standard-ia"] } }
//                                                                                           ^^^^^^^^^^^^^ "s3:x-amz-storage-class" never has the value "standard-ia".
}] }`,
    ));

  test('leaves patterns, variables, other operators and what is filled in later alone', () =>
    checkRule(
      enumValue,
      condition(
        '{ "StringLike": { "s3:x-amz-acl": ["public*", "${aws:PrincipalTag/acl}", "${acl}", { "Ref": "Acl" }] }, "Null": { "s3:x-amz-acl": "true" }, "StringNotEquals": { "s3:x-amz-acl": "" } }',
      ),
    ));

  test('offers the spelling that AWS uses', () =>
    checkFix(
      enumValue,
      condition('{ "StringEquals": { "aws:PrincipalType": "assumed-role" } }'),
      'Change to "AssumedRole"',
      condition('{ "StringEquals": { "aws:PrincipalType": "AssumedRole" } }'),
    ));

  test('offers all of a few values where none is near', () =>
    assert.deepEqual(
      fixTitles(enumValue, condition('{ "StringEquals": { "ec2:MetadataHttpTokens": "v2" } }')),
      ['Change to "required"', 'Change to "optional"'],
    ));
});
