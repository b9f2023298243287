import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { elementPairConflict } from '../../../server/src/rules/statement/element-pair-conflict.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('element-pair-conflict', () => {
  test('reports the later one of each pair', () =>
    checkRule(
      elementPairConflict,
      `{ "Statement": [{
  "NotAction": "iam:*", "Action": "s3:*",
//                      ^^^^^^^^ "Action" and "NotAction" exclude each other in one statement.
  "Resource": "*", "NotResource": "arn:aws:s3:::b",
//                 ^^^^^^^^^^^^^ "Resource" and "NotResource" exclude each other in one statement.
  "Principal": "*", "NotPrincipal": { "AWS": "111122223333" }
//                  ^^^^^^^^^^^^^^ "Principal" and "NotPrincipal" exclude each other in one statement.
}] }`,
    ));

  test('is silent on elements of different pairs', () =>
    checkRule(
      elementPairConflict,
      `{ "Statement": [{
  "NotAction": "iam:*", "Resource": "*", "Principal": "*"
}] }`,
    ));

  test('is silent on a pair in two statements', () =>
    checkRule(elementPairConflict, '{ "Statement": [{ "Action": "*" }, { "NotAction": "*" }] }'));

  test('deletes the plain one', () =>
    checkFix(
      elementPairConflict,
      '{ "Statement": { "Effect": "Deny", "Action": "s3:*", "NotAction": "iam:*" } }',
      'Delete "Action"',
      '{ "Statement": { "Effect": "Deny", "NotAction": "iam:*" } }',
    ));

  test('splits into two statements', () =>
    checkFix(
      elementPairConflict,
      `{
  "Statement": [
    {
      "Sid": "A",
      "Effect": "Allow",
      "Action": "s3:*",
      "NotAction": ["s3:DeleteBucket"],
      "Resource": "*"
    }
  ]
}`,
      'Split into an Allow and a Deny statement',
      `{
  "Statement": [
    {
      "Sid": "A",
      "Effect": "Allow",
      "Action": "s3:*",
      "Resource": "*"
    },
    {
      "Effect": "Deny",
      "Action": ["s3:DeleteBucket"],
      "Resource": "*"
    }
  ]
}`,
    ));

  test('makes a list of a single statement', () =>
    checkFix(
      elementPairConflict,
      '{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "NotResource": "arn:aws:s3:::b" } }',
      'Split into an Allow and a Deny statement',
      '{ "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }, { "Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::b" }] }',
    ));

  test('does not split a Deny', () =>
    assert.deepEqual(
      fixTitles(
        elementPairConflict,
        '{ "Statement": { "Effect": "Deny", "Action": "s3:*", "NotAction": "iam:*" } }',
      ),
      ['Delete "NotAction"', 'Delete "Action"'],
    ));
});
