import { describe, test } from 'node:test';
import { nullWithIfexists } from '../../../server/src/rules/condition/null-with-ifexists.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('null-with-ifexists', () => {
  test('reports Null with the suffix, in any case', () =>
    checkRule(
      nullWithIfexists,
      `{ "Statement": { "Condition": {
  "NullIfExists": { "aws:username": "true" },
//^^^^^^^^^^^^^^ "NullIfExists" is no operator: "Null" itself asks whether a key exists.
  "ForAllValues:nullifexists": { "aws:TagKeys": "true" }
//^^^^^^^^^^^^^^^^^^^^^^^^^^^ "ForAllValues:nullifexists" is no operator: "Null" itself asks whether a key exists.
} } }`,
    ));

  test('is silent on Null alone and on other operators with the suffix', () =>
    checkRule(
      nullWithIfexists,
      '{ "Statement": { "Condition": { "Null": { "aws:username": "true" }, "BoolIfExists": { "aws:SecureTransport": "true" } } } }',
    ));

  test('drops suffix and set operator', () =>
    checkFix(
      nullWithIfexists,
      '{ "Statement": { "Condition": { "ForAnyValue:NullIfExists": { "aws:TagKeys": "true", "aws:username": "true" } } } }',
      'Change to "Null"',
      '{ "Statement": { "Condition": { "Null": { "aws:TagKeys": "true", "aws:username": "true" } } } }',
    ));
});
