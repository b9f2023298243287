import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nullValue } from '../../../server/src/rules/condition/null-value.ts';
import { checkRule, fixTitles } from '../../support/check.ts';

describe('null-value', () => {
  test('reports what is neither true nor false', () =>
    checkRule(
      nullValue,
      `{ "Statement": { "Condition": { "Null": {
  "aws:username": "yes",
//                ^^^^^ "Null" asks whether the key is absent, true or false; "yes" is neither.
  "aws:userid": ""
//              ^^ "Null" asks whether the key is absent, true or false; "" is neither.
} } } }`,
    ));

  test('accepts any case, Booleans without quotes and placeholders', () =>
    checkRule(
      nullValue,
      '{ "Statement": { "Condition": { "Null": { "aws:username": "True", "aws:userid": false, "aws:TagKeys": "${absent}" } } } }',
    ));

  test('offers what is meant, or both', () => {
    const titles = (value: string): readonly string[] =>
      fixTitles(nullValue, `{ "Statement": { "Condition": { "Null": { "aws:username": ${value} } } } }`);
    assert.deepEqual(titles('"no"'), ['Change to "false"']);
    assert.deepEqual(titles('1'), ['Change to "true"']);
    assert.deepEqual(titles('"ture"'), ['Change to "true"']);
    assert.deepEqual(titles('"alice"'), ['Change to "true"', 'Change to "false"']);
  });
});
