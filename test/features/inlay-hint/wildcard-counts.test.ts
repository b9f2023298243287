import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../../server/src/base/text-edit.ts';
import { wildcardCounts } from '../../../server/src/features/inlay-hint/wildcard-counts.ts';
import { readPolicies } from '../../../server/src/policy/read-policies.ts';
import { TINY } from '../../support/tiny-catalogue.ts';

/** The text as an editor shows it, with the hints of a range (all of it without one) in their places. */
function shown(text: string, range = { start: 0, end: text.length }): string {
  const hints = wildcardCounts(readPolicies(text, { isPolicyFile: true }), range, TINY);
  return applyEdits(
    text,
    hints.map(({ offset, label }) => ({ range: { start: offset, end: offset }, newText: ` ${label}` })),
  );
}

describe('inlay hints', () => {
  test('count what each wildcard matches, in Action and NotAction', () => {
    assert.equal(
      shown('{ "Statement": [{ "Effect": "Allow", "Action": ["s3:Get*", "s3:GetObject", "S3:*Acl"] }] }'),
      '{ "Statement": [{ "Effect": "Allow", "Action": ["s3:Get*" ⟨4⟩, "s3:GetObject", "S3:*Acl" ⟨2⟩] }] }',
    );
    assert.equal(
      shown('{ "Statement": { "Effect": "Deny", "NotAction": "sns:*" } }'),
      '{ "Statement": { "Effect": "Deny", "NotAction": "sns:*" ⟨1⟩ } }',
    );
  });

  test('say where a wildcard matches nothing, and nothing of what is filled in later', () =>
    assert.equal(
      shown('{ "Statement": [{ "Effect": "Allow", "Action": ["s3:Nothing*", "${service}:*"] }] }'),
      '{ "Statement": [{ "Effect": "Allow", "Action": ["s3:Nothing*" ⟨0⟩, "${service}:*"] }] }',
    ));

  test('stay within the range asked for', () => {
    const text = '{ "Statement": [{ "Action": ["s3:Get*", "s3:Put*"] }, { "Action": "sns:*" }] }';
    const start = text.indexOf('"s3:Put*"');
    assert.equal(
      shown(text, { start, end: start + 3 }),
      '{ "Statement": [{ "Action": ["s3:Get*", "s3:Put*" ⟨4⟩] }, { "Action": "sns:*" }] }',
    );
  });

  test('stand in their places in a policy inside a string', () =>
    assert.equal(
      shown('{"Policy":"{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"s3:Get*\\"}]}"}'),
      '{"Policy":"{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"s3:Get*\\" ⟨4⟩}]}"}',
    ));
});
