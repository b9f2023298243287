import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/base/text-edit.ts';
import { readPolicies } from '../../server/src/policy/read-policies.ts';
import { removeStatement } from '../../server/src/policy/remove-statement.ts';

/** The text without its nth statement; undefined if that cannot be taken out. */
function without(text: string, index: number): string | undefined {
  const policy = readPolicies(text, { isPolicyFile: true }).policies[0];
  const placed = policy?.statements[index];
  assert.ok(policy && placed);
  const edit = removeStatement(policy, placed.offset);
  return edit && applyEdits(text, [edit]);
}

const THREE = `{ "Statement": [
  { "Sid": "A" },
  { "Sid": "B" },
  { "Sid": "C" }
] }`;

describe('removeStatement', () => {
  test('takes the first one out with the comma behind it', () =>
    assert.equal(without(THREE, 0), '{ "Statement": [\n  { "Sid": "B" },\n  { "Sid": "C" }\n] }'));

  test('takes the last one out with the comma before it', () =>
    assert.equal(without(THREE, 2), '{ "Statement": [\n  { "Sid": "A" },\n  { "Sid": "B" }\n] }'));

  test('leaves the only statement of a list', () =>
    assert.equal(without('{ "Statement": [{ "Sid": "A" }] }', 0), undefined));

  test('leaves a statement that is no list', () =>
    assert.equal(without('{ "Version": "2012-10-17", "Statement": { "Sid": "A" } }', 0), undefined));
});
