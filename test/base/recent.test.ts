import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { recent } from '../../server/src/base/recent.ts';

describe('recent', () => {
  test('computes once for each text, up to a number of texts', () => {
    const asked: string[] = [];
    const length = recent(2, (text) => {
      asked.push(text);
      return text.length;
    });
    assert.deepEqual(['a', 'bb', 'a', 'bb'].map(length), [1, 2, 1, 2]);
    assert.deepEqual(asked, ['a', 'bb']);
    assert.equal(length('ccc'), 3);
    assert.equal(length('a'), 1);
    assert.deepEqual(asked, ['a', 'bb', 'ccc', 'a']);
  });

  test('keeps no long texts', () => {
    let asked = 0;
    const length = recent(2, (text) => {
      asked++;
      return text.length;
    });
    const long = 'x'.repeat(1000);
    assert.deepEqual([length(long), length(long), asked], [1000, 1000, 2]);
  });
});
