import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { rangeSet } from '../../server/src/base/range-set.ts';
import { intersects, type TextRange } from '../../server/src/base/text-range.ts';

describe('a set of ranges', () => {
  test('knows what is free as well as a look at every range does', () => {
    const range = fc
      .tuple(fc.nat(60), fc.nat(6))
      .map(([start, length]): TextRange => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 40 }), (ranges) => {
        const set = rangeSet();
        const taken: TextRange[] = [];
        for (const candidate of ranges) {
          const isFree = taken.every((other) => !intersects(other, candidate));
          assert.equal(set.isFree(candidate), isFree);
          if (!isFree) continue;
          set.add(candidate);
          taken.push(candidate);
        }
      }),
    );
  });
});
