import { describe, test } from 'node:test';
import { nullWithQualifier } from '../../../server/src/rules/condition/null-with-qualifier.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('null-with-qualifier', () => {
  test('says what the test always is', () =>
    checkRule(
      nullWithQualifier,
      `{ "Statement": { "Condition": {
  "ForAllValues:Null": { "aws:TagKeys": "false" },
//^^^^^^^^^^^^^^^^^^^ "ForAllValues:Null" is always true, whether the key is there or not.
  "ForAnyValue:Null": { "aws:username": "false" }
//^^^^^^^^^^^^^^^^^^ "ForAnyValue:Null" is always false, whether the key is there or not.
} } }`,
    ));

  test('is silent on Null alone and on other operators', () =>
    checkRule(
      nullWithQualifier,
      '{ "Statement": { "Condition": { "Null": { "aws:TagKeys": "false" }, "ForAllValues:StringLike": { "aws:TagKeys": "a*" } } } }',
    ));

  test('drops the set operator, also where Null tests other keys', () =>
    checkFix(
      nullWithQualifier,
      '{ "Statement": { "Condition": { "ForAllValues:Null": { "aws:TagKeys": "false" }, "Null": { "aws:username": "true" } } } }',
      'Change to "Null"',
      '{ "Statement": { "Condition": { "Null": { "aws:username": "true", "aws:TagKeys": "false" } } } }',
    ));
});
