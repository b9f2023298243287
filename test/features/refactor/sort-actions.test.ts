import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../../server/src/base/text-edit.ts';
import { organize } from '../../../server/src/features/refactor/organize.ts';
import { readPolicies } from '../../../server/src/policy/read-policies.ts';
import { checkRefactor, refactorTitles } from '../../support/check-refactor.ts';

const TITLE = 'Sort and group actions';

describe('sorting actions', () => {
  test('orders by service, then by name, wildcards first, without regard to case', () =>
    checkRefactor(
      '{ "Statement": [{ "Action": ["sns:$0Publish", "s3:putObject", "iam:PassRole", "s3:GetObject", "s3:*"] }] }',
      TITLE,
      '{ "Statement": [{ "Action": ["iam:PassRole", "s3:*", "s3:GetObject", "s3:putObject", "sns:Publish"] }] }',
    ));

  test('takes out exact repeats only', () =>
    checkRefactor(
      `{ "Statement": [{
  "NotAction": [
    "s3:PutO$0bject",
    "s3:GetObject",
    "s3:PutObject",
    "S3:GetObject"
  ]
}] }`,
      TITLE,
      `{ "Statement": [{
  "NotAction": [
    "S3:GetObject",
    "s3:GetObject",
    "s3:PutObject"
  ]
}] }`,
    ));

  test('takes comments along', () =>
    checkRefactor(
      `{ "Statement": [{ "Action": [
  "sns:$0Publish", // alarms
  // downloads
  "s3:GetObject"
] }] }`,
      TITLE,
      `{ "Statement": [{ "Action": [
  // downloads
  "s3:GetObject",
  "sns:Publish" // alarms
] }] }`,
    ));

  test('is not offered where all is in order, only known later, or no JSON yet', () => {
    for (const actions of [
      '["iam:PassRole", "s3:$0GetObject"]',
      '"s3:$0GetObject"',
      '["s3:$0PutObject", { "Ref": "Action" }, "iam:PassRole"]',
      '["s3:$0PutObject" "iam:PassRole"]',
    ]) {
      assert.ok(!refactorTitles(`{ "Statement": [{ "Action": ${actions} }] }`).includes(TITLE), actions);
    }
  });

  test('is done for all statements at once', () => {
    const text =
      '{ "Statement": [{ "Action": ["s3:B", "s3:A"] }, { "Action": ["c:X", "b:X"] }, { "Action": "*" }] }';
    const action = organize(readPolicies(text, { isPolicyFile: true }));
    assert.equal(action?.kind, 'source.organize.iam');
    const sorted = applyEdits(text, action?.edits ?? []);
    assert.equal(
      sorted,
      '{ "Statement": [{ "Action": ["s3:A", "s3:B"] }, { "Action": ["b:X", "c:X"] }, { "Action": "*" }] }',
    );
    assert.equal(organize(readPolicies(sorted, { isPolicyFile: true })), undefined);
  });
});
