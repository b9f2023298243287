import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { emptyPrincipal } from '../../../server/src/rules/principal/empty-principal.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('empty-principal', () => {
  test('reports an empty object', () =>
    checkRule(
      emptyPrincipal,
      `{ "Statement": [{
  "Principal": {}
//^^^^^^^^^^^ This Principal is empty, so the statement matches nobody.
}] }`,
      { policyType: 'resource' },
    ));

  test('reports it once where every list is empty', () =>
    checkRule(
      emptyPrincipal,
      `{ "Statement": [{
  "Principal": { "AWS": [], "Service": [] }
//^^^^^^^^^^^ This Principal is empty, so the statement matches nobody.
}] }`,
    ));

  test('reports the empty one of several types', () =>
    checkRule(
      emptyPrincipal,
      `{ "Statement": [{
  "Principal": { "AWS": [], "Service": "ec2.amazonaws.com" }
//               ^^^^^ "AWS" names nobody.
}] }`,
    ));

  test('reports it where nobody has said what the policy is', () =>
    checkRule(
      emptyPrincipal,
      `{ "Statement": [{ "Effect": "Allow",
  "Principal": {}
//^^^^^^^^^^^ This Principal is empty, so the statement matches nobody.
}] }`,
    ));

  test('is silent on principals', () =>
    checkRule(emptyPrincipal, '{ "Statement": [{ "Principal": "*" }, { "Principal": { "AWS": ["*"] } }] }'));

  test('deletes the type', () =>
    checkFix(
      emptyPrincipal,
      '{ "Statement": { "Principal": { "AWS": [], "Service": "ec2.amazonaws.com" } } }',
      'Delete "AWS"',
      '{ "Statement": { "Principal": { "Service": "ec2.amazonaws.com" } } }',
    ));

  test('deletes the statement', () =>
    checkFix(
      emptyPrincipal,
      '{ "Statement": [{ "Principal": { "AWS": [] } }, { "Principal": "*" }] }',
      'Delete the statement',
      '{ "Statement": [{ "Principal": "*" }] }',
    ));

  test('does not delete a statement for an empty NotPrincipal', () =>
    assert.deepEqual(
      fixTitles(emptyPrincipal, '{ "Statement": [{ "NotPrincipal": {} }, { "Principal": "*" }] }'),
      ['Name a principal'],
    ));
});
