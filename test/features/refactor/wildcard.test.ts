import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkRefactor, refactorTitles } from '../../support/check-refactor.ts';

const allow = (action: string): string => `{ "Statement": [{ "Effect": "Allow", "Action": ${action} }] }`;

describe('an action wildcard', () => {
  test('expands to what it matches', () =>
    checkRefactor(
      allow('["s3:Get$0Object*"]'),
      'Expand s3:GetObject* to its 3 actions',
      allow('["s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectTagging"]'),
    ));

  test('does not repeat what the list names already', () =>
    checkRefactor(
      allow('["s3:Get$0Object*", "s3:GetObjectAcl"]'),
      'Expand s3:GetObject* to its 3 actions',
      allow('["s3:GetObject", "s3:GetObjectTagging", "s3:GetObjectAcl"]'),
    ));

  test('narrows by access level', () =>
    assert.ok(refactorTitles(allow('"s3:$0*"')).some((title) => /^Narrow to .*Read/.test(title))));

  test('narrows nothing where less means more access', () => {
    for (const statement of [
      '{ "Statement": [{ "Effect": "Deny", "Action": "s3:$0*" }] }',
      '{ "Statement": [{ "Effect": "Allow", "NotAction": "s3:$0*" }] }',
    ]) {
      assert.ok(!refactorTitles(statement).some((title) => title.startsWith('Narrow')));
    }
  });

  test('is offered nothing where it matches nothing, and neither is a plain action', () => {
    assert.deepEqual(refactorTitles(allow('"s3:Nothing$0*"')), []);
    assert.deepEqual(refactorTitles(allow('"s3:Get$0Object"')), []);
  });
});
