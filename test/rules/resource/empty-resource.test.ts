import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { emptyResource } from '../../../server/src/rules/resource/empty-resource.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('empty-resource', () => {
  test('reports an empty list on its key', () =>
    checkRule(
      emptyResource,
      `{ "Statement": [{
  "Action": "s3:GetObject",
  "Resource": []
//^^^^^^^^^^ This Resource is empty, so the statement matches nothing.
}] }`,
    ));

  test('does not guess what an empty NotResource means', () =>
    checkRule(
      emptyResource,
      `{ "Statement": [{
  "NotResource": []
//^^^^^^^^^^^^^ This NotResource is empty; AWS does not say what that means.
}] }`,
    ));

  test('is silent on strings', () =>
    checkRule(emptyResource, '{ "Statement": [{ "Resource": ["*"] }, { "Resource": "" }] }'));

  test('does not look into values that are not known', () =>
    checkRule(emptyResource, '{ "Statement": [{ "Resource": { "Ref": "x" } }] }'));

  test('names a resource where the statement must stay', () =>
    checkFix(
      emptyResource,
      '{ "Statement": { "Resource": [] } }',
      'Name a resource',
      '{ "Statement": { "Resource": ["*"] } }',
    ));

  test('does not delete a statement for an empty NotResource', () =>
    assert.deepEqual(
      fixTitles(emptyResource, '{ "Statement": [{ "NotResource": [] }, { "Resource": "*" }] }'),
      ['Name a resource'],
    ));
});
