import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkRefactor, refactorTitles } from '../../support/check-refactor.ts';

const collapses = (fixture: string): readonly string[] =>
  refactorTitles(fixture).filter((title) => title.startsWith('Collapse'));

const collapse = (count: number): string =>
  `Collapse the ${count} entries to the fewest patterns that match the same actions (data of 2026-01-31)`;

describe('collapsing a list', () => {
  test('writes the fewest patterns for what reads, and keeps the names of what writes', () =>
    checkRefactor(
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject", "s3:GetObjectAcl", "s3:Get$0ObjectTagging"] } }',
      collapse(4),
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:GetObject*", "s3:PutObject"] } }',
    ));

  test('may grow where that denies more', () => {
    checkRefactor(
      '{ "Statement": { "Effect": "Deny", "Action": ["s3:PutObject", "s3:PutObjectAcl", "s3:Put$0ObjectTagging"] } }',
      collapse(3),
      '{ "Statement": { "Effect": "Deny", "Action": ["s3:PutObject*"] } }',
    );
    const list = '["s3:PutObject", "s3:PutObjectAcl", "s3:Put$0ObjectTagging"]';
    assert.equal(collapses(`{ "Statement": { "Effect": "Allow", "NotAction": ${list} } }`).length, 1);
    assert.equal(collapses(`{ "Statement": { "Effect": "Deny", "NotAction": ${list} } }`).length, 0);
    assert.equal(collapses(`{ "Statement": { "Effect": "Allow", "Action": ${list} } }`).length, 0);
  });

  test('keeps what the data does not know, and what is no string', () =>
    checkRefactor(
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:GetNew", "s3:GetObject", "s3:GetObjectAcl", "s3:Get$0ObjectTagging", { "Ref": "X" }] } }',
      collapse(4),
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:GetNew", "s3:GetObject*", { "Ref": "X" }] } }',
    ));

  test('is not offered a second time, nor where names are as short', () => {
    assert.deepEqual(
      collapses(
        '{ "Statement": { "Effect": "Allow", "Action": ["s3:Get$0Object*", "s3:PutObject", "s3:ListBucket"] } }',
      ),
      [],
    );
    assert.deepEqual(
      collapses(
        '{ "Statement": { "Effect": "Allow", "Action": ["s3:Get$0Object", "iam:GetUser", "iam:ListUsers"] } }',
      ),
      [],
    );
  });
});
