import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../../server/src/base/text-edit.ts';
import type { PolicyType } from '../../../server/src/iam/policy-type.ts';
import { policySizeManaged } from '../../../server/src/rules/document/policy-size-managed.ts';
import { checkRule, findings } from '../../support/check.ts';
import { policyOfLength, withWhiteSpace } from '../../support/policy-of-length.ts';

describe('policy-size-managed', () => {
  test('reports what is longer than a managed policy, at the key of the statements', () => {
    const text = policyOfLength(6145);
    checkRule(
      policySizeManaged,
      `{ "Version": "2012-10-17",
  "Statement":
//^^^^^^^^^^^ This policy has 6,145 of 6,144 characters, too many for a managed policy. It fits only inline into a role.
${text.slice(text.indexOf('['))}`,
    );
  });

  test('points out what takes nine tenths', () => {
    assert.deepEqual(judged(policyOfLength(6144)), [
      'information: This policy has 6,144 of the 6,144 characters of a managed policy.',
    ]);
    assert.equal(judged(policyOfLength(5530)).length, 1);
    assert.deepEqual(judged(policyOfLength(5529)), []);
  });

  test('does not count white space or comments', () => {
    assert.deepEqual(judged(withWhiteSpace(policyOfLength(5529), 9000)), []);
    assert.deepEqual(judged(`// ${'x'.repeat(9000)}\n${policyOfLength(5529)}`), []);
  });

  test('counts each statement, and blanks inside strings', () => {
    const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: ' '.repeat(2000) };
    const text = JSON.stringify({ Statement: [statement, statement, statement] }, undefined, 2);
    assert.deepEqual(judged(text), [
      'warning: This policy has 6,186 of 6,144 characters, too many for a managed policy. It fits only inline into a role.',
    ]);
  });

  test('says of a long policy only that it is long', () =>
    assert.deepEqual(judged(policyOfLength(10_241)), [
      'warning: This policy has 10,241 of 6,144 characters, too many for a managed policy.',
    ]));

  test('knows that a permissions boundary is a managed policy', () =>
    assert.deepEqual(judged(policyOfLength(7000), 'boundary'), [
      'warning: This policy has 7,000 of 6,144 characters, too many for a permissions boundary.',
    ]));

  test('is silent about other types and about templates', () => {
    for (const policyType of ['scp', 'rcp', 'trust', 'session', 'resource', 'endpoint'] as const) {
      assert.deepEqual(judged(policyOfLength(7000), policyType), []);
    }
    assert.deepEqual(judged(policyOfLength(7000, { Sid: '<sid>' })), []);
  });

  test('folds actions into patterns and says what that saves', () =>
    checkShortened(
      'Collapse actions to patterns that match the same (saves 39 characters)',
      policyOfLength(6150, { Action: ['s3:GetObject', 's3:GetObjectAcl', 's3:GetObjectTagging'] }),
      policyOfLength(6111, { Action: ['s3:GetObject*'] }),
    ));

  test('lets a list of what writes grow only where AWS refuses the policy as it is', () => {
    const Action = ['s3:PutObject', 's3:PutObjectAcl', 's3:PutObjectTagging'];
    assert.equal(titles(policyOfLength(6150, { Action })).length, 1);
    assert.deepEqual(titles(policyOfLength(6140, { Action })), []);
  });

  test('takes the Sids out', () =>
    checkShortened(
      'Remove the Sids (saves 13 characters)',
      policyOfLength(6150, { Sid: 'Read', Action: 's3:GetObject' }),
      policyOfLength(6137, { Action: 's3:GetObject' }),
    ));

  test('repairs nothing while the policy is being typed', () =>
    assert.deepEqual(titles(`${policyOfLength(6150, { Sid: 'Read' }).slice(0, -1)},`), []));
});

function judged(text: string, policyType: PolicyType = 'identity'): readonly string[] {
  return findings(policySizeManaged, text, { policyType }).map(
    ({ severity, message }) => `${severity}: ${message}`,
  );
}

const titles = (text: string): readonly string[] =>
  findings(policySizeManaged, text).flatMap((finding) => finding.fixes().map(({ title }) => title));

function checkShortened(title: string, before: string, after: string): void {
  const [finding] = findings(policySizeManaged, before);
  const fix = finding?.fixes().find((candidate) => candidate.title === title);
  assert.ok(fix, titles(before).join(' | '));
  assert.equal(applyEdits(before, fix.edits), after);
}
