import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { coveredTexts, MAX_STEPS } from '../../../server/src/reasoning/glob/covered-texts.ts';
import { parseGlob } from '../../../server/src/reasoning/glob/glob.ts';
import { headIndex } from '../../../server/src/reasoning/glob/head-index.ts';
import { redundantPatterns } from '../../../server/src/reasoning/glob/redundant-patterns.ts';

const list = (length: number, text: (i: number) => string): readonly string[] =>
  Array.from({ length }, (_, i) => text(i));

/** How often a pair is compared. */
function comparisons(texts: readonly string[]): number {
  let count = 0;
  coveredTexts(texts, () => {
    count++;
    return false;
  });
  return count;
}

describe('coveredTexts', () => {
  test('finds a pattern within another one, and the later ones of equal ones', () =>
    assert.deepEqual([...redundantPatterns(['a*', 'ab', 'c', 'c', undefined, 'c'], parseGlob)].sort(), [
      [1, 0],
      [3, 2],
      [5, 2],
    ]));

  test('keeps one of patterns that contain each other', () => {
    const found = coveredTexts(['x?*', 'x*?'], () => true);
    assert.deepEqual([...found], [[1, 0]]);
  });

  test('compares no patterns that begin apart', () =>
    assert.equal(comparisons(list(5000, (i) => `arn:aws:s3:::bucket-${i}/*`)), 0));

  test('stops comparing after a while where all patterns begin alike', () => {
    const small = comparisons(list(100, (i) => `*-${i}`));
    assert.equal(small, 100 * 99);
    assert.ok(comparisons(list(5000, (i) => `*-${i}`)) <= MAX_STEPS);
  });

  test('finds repetitions in a list of any length', () => {
    const texts = [...list(5000, (i) => `*-${i}*`), '*-4999*'];
    assert.equal(redundantPatterns(texts, parseGlob).get(5000), 4999);
  });
});

describe('headIndex', () => {
  test('gives all patterns that may contain one, also by a long beginning', () => {
    const index = headIndex<number>();
    const beginning = 'a'.repeat(700);
    index.add(`${beginning}*`, 1);
    index.add('aa*', 2);
    index.add('b*', 3);
    assert.deepEqual([...index.candidates(`${beginning}b`)].sort(), [1, 2]);
    assert.equal(
      index.find(`${beginning}b`, (value) => value === 1),
      1,
    );
  });
});
