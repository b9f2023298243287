import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkRefactor, refactorTitles } from '../../support/check-refactor.ts';

const splits = (fixture: string): readonly string[] =>
  refactorTitles(fixture).filter((title) => title.startsWith('Split'));

describe('splitting by resource', () => {
  test('makes a statement for buckets and one for objects, with all else kept', () =>
    checkRefactor(
      `{ "Statement": [
  {
    "Sid": "Files",
    "Effect": "Allow",
    "Action": ["s3:GetObject", "s3:List$0Bucket", "s3:PutObject"],
    "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"],
    "Condition": { "Bool": { "aws:SecureTransport": "true" } }
  }
] }`,
      'Split by resource into 2 statements (3 actions)',
      `{ "Statement": [
  {
    "Sid": "Files",
    "Effect": "Allow",
    "Action": ["s3:GetObject", "s3:PutObject"],
    "Resource": ["arn:aws:s3:::b/*"],
    "Condition": { "Bool": { "aws:SecureTransport": "true" } }
  },
  {
    "Effect": "Allow",
    "Action": ["s3:ListBucket"],
    "Resource": ["arn:aws:s3:::b"],
    "Condition": { "Bool": { "aws:SecureTransport": "true" } }
  }
] }`,
    ));

  test('divides a wildcard', () =>
    checkRefactor(
      '{ "Statement": { "Effect": "Allow", "Action": "s3:$0*t", "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"] } }',
      'Split by resource into 2 statements (5 actions)',
      '{ "Statement": [{ "Effect": "Allow", "Action": ["s3:CreateBucket", "s3:ListBucket"], "Resource": ["arn:aws:s3:::b"] }, { "Effect": "Allow", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": ["arn:aws:s3:::b/*"] }] }',
    ));

  test('keeps tables and indexes together where an action takes both', () =>
    checkRefactor(
      '{ "Statement": { "Effect": "Allow", "Action": ["dynamodb:Query", "dynamodb:Get$0Item"], "Resource": ["arn:aws:dynamodb:*:*:table/t", "arn:aws:dynamodb:*:*:table/t/index/*"] } }',
      'Split by resource into 2 statements (2 actions)',
      '{ "Statement": [{ "Effect": "Allow", "Action": ["dynamodb:Query"], "Resource": ["arn:aws:dynamodb:*:*:table/t", "arn:aws:dynamodb:*:*:table/t/index/*"] }, { "Effect": "Allow", "Action": ["dynamodb:GetItem"], "Resource": ["arn:aws:dynamodb:*:*:table/t"] }] }',
    ));

  test('offers apart, saying so, to let work on "*" what takes no resource', () => {
    const fixture =
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", "s3:ListAll$0MyBuckets"], "Resource": "arn:aws:s3:::b/*" } }';
    assert.deepEqual(splits(fixture), [
      'Split by resource into 2 statements (2 actions, 1 of them newly allowed, on "*")',
    ]);
    checkRefactor(
      fixture,
      'Split by resource into 2 statements (2 actions, 1 of them newly allowed, on "*")',
      '{ "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::b/*" }, { "Effect": "Allow", "Action": ["s3:ListAllMyBuckets"], "Resource": "*" }] }',
    );
  });

  test('says how many actions it leaves out', () =>
    assert.deepEqual(
      splits(
        '{ "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", "s3:ListB$0ucket", "sns:Publish"], "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"] } }',
      ),
      ['Split by resource into 2 statements (2 actions, without 1 that take none of the resources)'],
    ));

  test('is not offered where one statement works, or is no Allow of certain resources', () => {
    const text =
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", "s3:List$0Bucket"], "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"] } }';
    assert.equal(splits(text).length, 1);
    assert.deepEqual(splits(text.replace('List$0Bucket', 'Put$0Object')), []);
    assert.deepEqual(splits(text.replace('"arn:aws:s3:::b"', '"*"')), []);
    assert.deepEqual(splits(text.replace('Allow', 'Deny')), []);
    assert.deepEqual(splits(text.replace('"Resource"', '"NotResource"')), []);
  });
});
