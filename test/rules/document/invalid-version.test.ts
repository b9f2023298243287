import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { invalidVersion } from '../../../server/src/rules/document/invalid-version.ts';
import { checkRule, fixTitles } from '../../support/check.ts';

describe('invalid-version', () => {
  test('reports a date that is no version', () =>
    checkRule(
      invalidVersion,
      `{
  "Version": "2026-11-22",
//           ^^^^^^^^^^^^ "2026-11-22" is no version of the policy language; use "2012-10-17".
  "Statement": []
}`,
    ));

  test('accepts both versions, and what only deployment tells', () => {
    checkRule(invalidVersion, '{ "Version": "2012-10-17", "Statement": [] }');
    checkRule(invalidVersion, '{ "Version": "2008-10-17", "Statement": [] }');
    checkRule(invalidVersion, '{ "Version": "${version}", "Statement": [] }');
    checkRule(invalidVersion, '{ "Version": { "Ref": "Version" }, "Statement": [] }');
  });

  test('leaves a value of another type to element-type', () =>
    checkRule(invalidVersion, '{ "Version": 20121017, "Statement": [] }'));

  test('offers the old version only where it is nearly written', () => {
    assert.deepEqual(fixTitles(invalidVersion, '{ "Version": "2008-10-18", "Statement": [] }'), [
      'Change to "2012-10-17"',
      'Change to "2008-10-17"',
    ]);
    assert.deepEqual(fixTitles(invalidVersion, '{ "Version": "latest", "Statement": [] }'), [
      'Change to "2012-10-17"',
    ]);
  });
});
