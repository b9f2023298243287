import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { closest, editDistance } from '../../server/src/base/edit-distance.ts';

describe('edit distance', () => {
  test('counts a swap of neighbours once', () => assert.equal(editDistance('Objcet', 'Object', 3), 1));
  test('stops at the limit', () => assert.equal(editDistance('abcdef', 'uvwxyz', 2), 3));
  test('is zero only for equal texts, symmetric, and at most the longer length', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        const distance = editDistance(a, b, 20);
        assert.equal(distance === 0, a === b);
        assert.equal(distance, editDistance(b, a, 20));
        assert.ok(distance <= Math.max(a.length, b.length));
      }),
    ));
});

describe('closest', () => {
  const names = ['GetObject', 'GetObjectAcl', 'PutObject', 'ListBucket'];
  test('puts the fewest edits first', () => assert.equal(closest('GetObjcet', names)[0], 'GetObject'));
  test('ignores case', () => assert.equal(closest('listbuckt', names)[0], 'ListBucket'));
  test('proposes nothing far away', () => assert.deepEqual(closest('DescribeInstances', names), []));
});
