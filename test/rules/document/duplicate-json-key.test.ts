import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { duplicateJsonKey } from '../../../server/src/rules/document/duplicate-json-key.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('duplicate-json-key', () => {
  test('reports the second of two keys, at every level', () =>
    checkRule(
      duplicateJsonKey,
      `{
  "Version": "2008-10-17",
  "Version": "2012-10-17",
//^^^^^^^^^ The key "Version" stands here twice; most programs read only the last one.
  "Statement": [{
    "Principal": { "AWS": "111122223333", "AWS": "444455556666" },
//                                        ^^^^^ The key "AWS" stands here twice; most programs read only the last one.
    "Condition": { "StringEquals": { "aws:username": "a", "aws:username": "b" }, "StringEquals": {} }
//                                                        ^^^^^^^^^^^^^^ The key "aws:username" stands here twice; most programs read only the last one.
//                                                                               ^^^^^^^^^^^^^^ The key "StringEquals" stands here twice; most programs read only the last one.
  }]
}`,
    ));

  test('takes keys of another case for other keys', () =>
    checkRule(
      duplicateJsonKey,
      `{ "Statement": [{
  "Action": "*", "action": "*", "Condition": { "StringEquals": { "aws:username": "a", "aws:Username": "b" } }
}] }`,
    ));

  test('is silent on the same key in two objects', () =>
    checkRule(duplicateJsonKey, '{ "Statement": [{ "Effect": "Allow" }, { "Effect": "Allow" }] }'));

  test('waits while the statement is being typed', () =>
    checkRule(duplicateJsonKey, '{ "Statement": [{ "Effect": "Allow", { "Effect": "Allow" }] }'));

  test('merges lists without repeating an item', () =>
    checkFix(
      duplicateJsonKey,
      `{ "Statement": [{
  "Action": [
    "s3:GetObject",
    "s3:PutObject"
  ],
  "Action": ["s3:PutObject", "s3:ListBucket"]
}] }`,
      'Merge the two',
      `{ "Statement": [{
  "Action": [
    "s3:GetObject",
    "s3:PutObject",
    "s3:ListBucket"
  ]
}] }`,
    ));

  test('merges conditions operator by operator', () =>
    checkFix(
      duplicateJsonKey,
      `{ "Statement": [{
  "Condition": { "StringEquals": { "aws:username": "a" } },
  "Cond$0ition": { "StringEquals": { "aws:username": "b", "aws:PrincipalType": "User" }, "Bool": { "aws:SecureTransport": "true" } }
}] }`,
      'Merge the two',
      `{ "Statement": [{
  "Condition": { "StringEquals": { "aws:username": ["a", "b"], "aws:PrincipalType": "User" }, "Bool": { "aws:SecureTransport": "true" } }
}] }`,
    ));

  test('merges two lists of statements', () =>
    checkFix(
      duplicateJsonKey,
      `{
  "Statement": [
    { "Effect": "Allow" }
  ],
  "Statement": [
    { "Effect": "Deny" }
  ]
}`,
      'Merge the two',
      `{
  "Statement": [
    { "Effect": "Allow" },
    { "Effect": "Deny" }
  ]
}`,
    ));

  test('does not merge what can be said once only', () =>
    assert.deepEqual(
      fixTitles(duplicateJsonKey, '{ "Statement": { "Effect": "Allow", "Effect": "Deny" } }'),
      ['Delete the earlier "Effect"', 'Delete the later "Effect"'],
    ));

  test('does not merge an object with a string', () =>
    assert.deepEqual(
      fixTitles(duplicateJsonKey, '{ "Statement": { "Principal": { "AWS": "*" }, "Principal": "*" } }'),
      ['Delete the earlier "Principal"', 'Delete the later "Principal"'],
    ));

  test('deletes the later one', () =>
    checkFix(
      duplicateJsonKey,
      '{ "Statement": { "Effect": "Allow", "Effect": "Deny" } }',
      'Delete the later "Effect"',
      '{ "Statement": { "Effect": "Allow" } }',
    ));
});
