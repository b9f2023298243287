import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { matchesWildcard } from '../../server/src/iam/wildcard.ts';
import { wildcardsOverlap } from '../../server/src/iam/wildcard-overlap.ts';

describe('wildcardsOverlap', () => {
  test('finds a text for both', () => {
    assert.equal(wildcardsOverlap('a*', '*b'), true);
    assert.equal(wildcardsOverlap('a?c', '?b?'), true);
    assert.equal(wildcardsOverlap('', '*'), true);
  });

  test('finds none where literals, lengths or order exclude each other', () => {
    assert.equal(wildcardsOverlap('a*', 'b*'), false);
    assert.equal(wildcardsOverlap('*a', '*b'), false);
    assert.equal(wildcardsOverlap('?', '??*'), false);
    assert.equal(wildcardsOverlap('a*b', 'b*a'), false);
  });

  test('agrees with trying all short texts', () => {
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 5 });
    fc.assert(
      fc.property(pattern, pattern, (a, b) => {
        const expected = TEXTS.some((text) => matchesWildcard(a, text) && matchesWildcard(b, text));
        assert.equal(wildcardsOverlap(a, b), expected);
      }),
      { numRuns: 500 },
    );
  });
});

/** Two patterns of at most five characters that overlap do so in a text of at most ten. */
const TEXTS = textsUpTo(10);

function textsUpTo(length: number): readonly string[] {
  const texts = [''];
  for (let i = 0; (texts[i]?.length ?? length) < length; i++) texts.push(`${texts[i]}a`, `${texts[i]}b`);
  return texts;
}
