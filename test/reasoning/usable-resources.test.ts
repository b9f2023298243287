import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Catalogue } from '../../server/src/catalogue/catalogue.ts';
import { findAction } from '../../server/src/catalogue/find-action.ts';
import { parseStatement } from '../../server/src/policy/statement.ts';
import { usableResources } from '../../server/src/reasoning/usable-resources.ts';
import { buildCatalogue } from '../support/build-catalogue.ts';
import { TINY } from '../support/tiny-catalogue.ts';

/** Which of the resources the action can be used on. */
const usable = (action: string, ...resources: readonly string[]): readonly string[] =>
  usableIn(TINY, action, ...resources);

function usableIn(catalogue: Catalogue, action: string, ...resources: readonly string[]): readonly string[] {
  const statement = parseStatement(JSON.stringify({ Resource: resources }));
  const info = findAction(catalogue, action);
  assert.ok(statement && info);
  return usableResources(statement.resources, catalogue)(info).map(({ text }) => text);
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

  test('does not doubt resources of other services where the data of one has gaps', () => {
    const gaps = buildCatalogue(
      [
        {
          prefix: 'gap',
          name: 'Gap',
          hasIncompleteResourceTypes: true,
          actions: { Do: { accessLevel: 'Write', description: 'Grants permission to do' } },
        },
      ],
      [],
    );
    assert.deepEqual(usableIn(gaps, 'gap:Do', 'arn:aws:gap:::x', bucket), ['arn:aws:gap:::x']);
  });

  test('doubts what is filled in later, and what may be newer than the data', () => {
    assert.deepEqual(usable('s3:ListBucket', '${arn}/*'), ['${arn}/*']);
    const unknown = 'arn:aws:lambda:us-east-1:111122223333:new-thing:x';
    assert.deepEqual(usable('lambda:InvokeFunction', unknown), [unknown]);
  });
});
