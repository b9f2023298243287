import { describe, test } from 'node:test';
import { emptyCondition } from '../../../server/src/rules/condition/empty-condition.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('empty-condition', () => {
  test('reports an empty condition', () =>
    checkRule(
      emptyCondition,
      `{ "Statement": [{
  "Condition": {}
//^^^^^^^^^^^ This Condition is empty, so the statement always applies.
}] }`,
    ));

  test('reports a condition of empty operators once', () =>
    checkRule(
      emptyCondition,
      `{ "Statement": [{
  "Condition": { "Bool": {}, "StringEquals": {} }
//^^^^^^^^^^^ This Condition is empty, so the statement always applies.
}] }`,
    ));

  test('reports the empty operator beside others', () =>
    checkRule(
      emptyCondition,
      `{ "Statement": [{
  "Condition": { "Bool": {}, "StringEquals": { "aws:username": "a" } }
//               ^^^^^^ "Bool" tests nothing.
}] }`,
    ));

  test('is silent on tests', () =>
    checkRule(
      emptyCondition,
      `{ "Statement": [{
  "Condition": { "Bool": { "aws:SecureTransport": "true" } }
}] }`,
    ));

  test('does not look into values that are not known', () =>
    checkRule(
      emptyCondition,
      `{ "Statement": [{
  "Condition": { "Fn::If": ["a", {}, {}] }
}] }`,
    ));

  test('deletes the operator', () =>
    checkFix(
      emptyCondition,
      '{ "Statement": { "Condition": { "Bool": {}, "Null": { "aws:username": "true" } } } }',
      'Delete "Bool"',
      '{ "Statement": { "Condition": { "Null": { "aws:username": "true" } } } }',
    ));
});
