import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { emptyConditionValues } from '../../../server/src/rules/condition/empty-condition-values.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('empty-condition-values', () => {
  test('says what an empty list does under each operator', () =>
    checkRule(
      emptyConditionValues,
      `{ "Statement": [{
  "Condition": {
    "StringEquals": { "aws:username": [] },
//                    ^^^^^^^^^^^^^^ "aws:username" has no values to match, so the statement never applies.
    "ForAnyValue:StringEquals": { "aws:TagKeys": [] },
//                                ^^^^^^^^^^^^^ No value of "aws:TagKeys" is in an empty list, so the statement never applies.
    "ForAllValues:StringLike": { "aws:TagKeys": [] },
//                               ^^^^^^^^^^^^^ With an empty list this holds only for requests without "aws:TagKeys".
    "BoolIfExists": { "aws:MultiFactorAuthPresent": [] },
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ With an empty list this holds only for requests without "aws:MultiFactorAuthPresent".
    "StringNotEquals": { "aws:userid": [] }
//                       ^^^^^^^^^^^^ "aws:userid" has no values; AWS does not say what "StringNotEquals" does then.
  }
}] }`,
    ));

  test('is silent on values', () =>
    checkRule(
      emptyConditionValues,
      `{ "Statement": [{
  "Condition": { "StringEquals": { "aws:username": ["a"] }, "StringLike": { "aws:userid": "" } }
}] }`,
    ));

  test('leaves an unknown operator to its own rule', () =>
    checkRule(
      emptyConditionValues,
      `{ "Statement": [{
  "Condition": { "StringIs": { "aws:username": [] } }
}] }`,
    ));

  test('moves the key to a Null test that is there', () =>
    checkFix(
      emptyConditionValues,
      '{ "Statement": { "Condition": { "StringEqualsIfExists": { "aws:username": [], "aws:userid": "x" }, "Null": { "aws:TokenIssueTime": "true" } } } }',
      'Test with "Null" that "aws:username" is absent',
      '{ "Statement": { "Condition": { "StringEqualsIfExists": { "aws:userid": "x" }, "Null": { "aws:TokenIssueTime": "true", "aws:username": "true" } } } }',
    ));

  test('leaves a place for a value', () =>
    checkFix(
      emptyConditionValues,
      '{ "Statement": { "Condition": { "StringEquals": { "aws:username": [] } } } }',
      'Insert a value',
      '{ "Statement": { "Condition": { "StringEquals": { "aws:username": [""] } } } }',
    ));

  test('prefers a value to a test that is gone', () =>
    assert.deepEqual(
      fixTitles(
        emptyConditionValues,
        '{ "Statement": { "Condition": { "StringEquals": { "aws:username": [] } } } }',
      ),
      ['Insert a value', 'Delete the test of "aws:username"'],
    ));
});
