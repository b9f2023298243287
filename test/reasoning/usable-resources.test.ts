import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findAction } from '../../server/src/catalogue/find-action.ts';
import { parseStatement } from '../../server/src/policy/statement.ts';
import { usableResources } from '../../server/src/reasoning/usable-resources.ts';
import { TINY } from '../support/tiny-catalogue.ts';

/** Which of the resources the action can be used on. */
function usable(action: string, ...resources: readonly string[]): readonly string[] {
  const statement = parseStatement(JSON.stringify({ Resource: resources }));
  const info = findAction(TINY, action);
  assert.ok(statement && info);
  return usableResources(statement.resources, TINY)(info).map(({ text }) => text);
}

describe('usableResources', () => {
  const [bucket, objects] = ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'];

  test('tells resource types apart', () => {
    assert.deepEqual(usable('s3:GetObject', bucket, objects), [objects]);
    assert.deepEqual(usable('s3:ListBucket', bucket, objects), [bucket]);
    assert.deepEqual(usable('sns:Publish', bucket, objects), []);
  });

  test('gives "*" to every action, and nothing else to those that take no resource', () => {
    assert.deepEqual(usable('s3:ListAllMyBuckets', '*', bucket), ['*']);
    assert.deepEqual(usable('s3:GetObject', '*'), ['*']);
  });

  test('doubts where AWS does', () =>
    assert.deepEqual(usable('s3:ListAllMyBuckets', 'arn:aws:s3:::*'), ['arn:aws:s3:::*']));

  test('doubts what is filled in later, and what may be newer than the data', () => {
    assert.deepEqual(usable('s3:ListBucket', '${arn}/*'), ['${arn}/*']);
    const unknown = 'arn:aws:lambda:us-east-1:111122223333:new-thing:x';
    assert.deepEqual(usable('lambda:InvokeFunction', unknown), [unknown]);
  });
});
