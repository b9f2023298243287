import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../../server/src/base/text-edit.ts';
import { duplicateSid } from '../../../server/src/rules/statement/duplicate-sid.ts';
import { checkRule, findings } from '../../support/check.ts';

describe('duplicate-sid', () => {
  test('reports every repetition', () =>
    checkRule(
      duplicateSid,
      `{ "Statement": [
  { "Sid": "Read", "Action": "s3:GetObject" },
  { "Sid": "Write", "Action": "s3:PutObject" },
  { "Sid": "Read", "Action": "s3:ListBucket" }
//         ^^^^^^ Another statement has the Sid "Read" already.
] }`,
    ));

  test('is silent about different, empty and unknown ones', () => {
    checkRule(duplicateSid, '{ "Statement": [{ "Sid": "Read" }, { "Sid": "read" }, {}] }');
    checkRule(duplicateSid, '{ "Statement": [{ "Sid": "" }, { "Sid": "" }] }');
    checkRule(
      duplicateSid,
      '{ "Statement": [{ "Sid": "${a}" }, { "Sid": "${a}" }, { "Sid": 7 }, { "Sid": 7 }] }',
    );
  });

  test('leaves resource-based policies to a rule of their own', () =>
    checkRule(duplicateSid, '{ "Statement": [{ "Sid": "Read" }, { "Sid": "Read" }] }', {
      policyType: 'resource',
    }));

  test('counts on, without meeting another Sid', () => {
    const text =
      '{ "Statement": [{ "Sid": "R" }, { "Sid": "R" }, { "Sid": "R2" }, { "Sid": "R" }, { "Sid": "R2" }] }';
    const fixes = findings(duplicateSid, text).flatMap((finding) => finding.fixes());
    assert.ok(fixes.every(({ keepsAccess }) => keepsAccess));
    assert.equal(
      applyEdits(
        text,
        fixes.flatMap(({ edits }) => edits),
      ),
      '{ "Statement": [{ "Sid": "R" }, { "Sid": "R3" }, { "Sid": "R2" }, { "Sid": "R4" }, { "Sid": "R5" }] }',
    );
  });
});
