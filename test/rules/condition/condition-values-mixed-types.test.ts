import { describe, test } from 'node:test';
import { conditionValuesMixedTypes } from '../../../server/src/rules/condition/condition-values-mixed-types.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('condition-values-mixed-types', () => {
  test('reports the first value without quotes beside strings, or the first of another type', () =>
    checkRule(
      conditionValuesMixedTypes,
      `{ "Statement": { "Condition": { "StringEquals": {
  "aws:PrincipalAccount": [111122223333, "444455556666"],
//                         ^^^^^^^^^^^^ The values of "aws:PrincipalAccount" mix numbers and strings.
  "aws:PrincipalTag/x": [1, true]
//                          ^^^^ The values of "aws:PrincipalTag/x" mix numbers and Booleans.
} } } }`,
    ));

  test('is silent on lists of one type', () =>
    checkRule(
      conditionValuesMixedTypes,
      `{ "Statement": { "Condition": { "StringEquals": {
        "aws:PrincipalAccount": [111122223333, 444455556666],
        "aws:username": ["1", "a"],
        "aws:userid": ["a", { "Ref": "x" }, null]
      } } } }`,
    ));

  test('quotes all of them as they are written', () =>
    checkFix(
      conditionValuesMixedTypes,
      '{ "Statement": { "Condition": { "NumericEquals": { "s3:max-keys": [10, "20", 3.0] } } } }',
      'Put quotes around 2 values',
      '{ "Statement": { "Condition": { "NumericEquals": { "s3:max-keys": ["10", "20", "3.0"] } } } }',
    ));
});
