import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { emptyAction } from '../../../server/src/rules/action/empty-action.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('empty-action', () => {
  test('reports an empty list on its key', () =>
    checkRule(
      emptyAction,
      `{ "Statement": [{
  "Action": []
//^^^^^^^^ This Action is empty, so the statement matches nothing.
}] }`,
    ));

  test('reports entries without a name', () =>
    checkRule(
      emptyAction,
      `{ "Statement": [{
  "Action": ["s3:GetObject", "", "s3:"]
//                           ^^ "" names no action.
//                               ^^^^^ "s3:" names no action.
}] }`,
    ));

  test('does not guess what an empty NotAction means', () =>
    checkRule(
      emptyAction,
      `{ "Statement": [{
  "NotAction": []
//^^^^^^^^^^^ This NotAction is empty; AWS does not say what that means.
}] }`,
    ));

  test('is silent on names and on placeholders', () =>
    checkRule(emptyAction, '{ "Statement": [{ "Action": ["*", "s3:*", "{{ service }}:"] }] }'));

  test('waits while the statement is being typed', () =>
    checkRule(emptyAction, '{ "Statement": [{ "Action": ["s3:'));

  test('cannot delete the only statement', () =>
    assert.deepEqual(fixTitles(emptyAction, '{ "Statement": [{ "Action": [] }] }'), ['Name an action']));

  test('deletes the statement with its comma', () =>
    checkFix(
      emptyAction,
      `{
  "Statement": [
    { "Action": "*" },
    { "Action": [] }
  ]
}`,
      'Delete the statement',
      `{
  "Statement": [
    { "Action": "*" }
  ]
}`,
    ));

  test('deletes the entry', () =>
    checkFix(
      emptyAction,
      '{ "Statement": { "Action": ["s3:", "s3:GetObject"] } }',
      'Delete "s3:"',
      '{ "Statement": { "Action": ["s3:GetObject"] } }',
    ));

  test('completes the entry', () =>
    checkFix(
      emptyAction,
      '{ "Statement": { "Action": "s3:" } }',
      'Name an action',
      '{ "Statement": { "Action": "s3:*" } }',
    ));
});
