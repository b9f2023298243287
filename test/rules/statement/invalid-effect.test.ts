import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { invalidEffect } from '../../../server/src/rules/statement/invalid-effect.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('invalid-effect', () => {
  test('reports the value', () =>
    checkRule(
      invalidEffect,
      `{ "Statement": [{
  "Effect": "allow"
//          ^^^^^^^ Effect must be "Allow" or "Deny", not "allow".
}] }`,
    ));

  test('is silent on Allow and Deny', () =>
    checkRule(invalidEffect, '{ "Statement": [{ "Effect": "Allow" }, { "Effect": "Deny" }] }'));

  test('leaves placeholders alone', () =>
    checkRule(invalidEffect, '{ "Statement": [{ "Effect": "{{ effect }}" }, { "Effect": "${effect}" }] }'));

  test('leaves what is no string to its own rule', () =>
    checkRule(
      invalidEffect,
      '{ "Statement": [{ "Effect": 1 }, { "Effect": ["allow"] }, { "Effect": { "Ref": "x" } }] }',
    ));

  test('waits while the value is being typed', () =>
    checkRule(
      invalidEffect,
      `{ "Statement": [{ "Effect": "Allo
  "Action": "*" }] }`,
    ));

  test('understands blanks, slips and synonyms', () =>
    checkFix(
      invalidEffect,
      '{ "Statement": { "Effect": " Dney " } }',
      'Change to "Deny"',
      '{ "Statement": { "Effect": "Deny" } }',
    ));

  test('offers both where nothing is near', () =>
    assert.deepEqual(fixTitles(invalidEffect, '{ "Statement": { "Effect": "" } }'), [
      'Change to "Allow"',
      'Change to "Deny"',
    ]));
});
