import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { textChange } from '../../server/src/base/text-change.ts';

/** Few letters, so that the same ones often stand side by side. */
const short = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), maxLength: 12 });

/** Of several blocks that are compared at once, which end where they may. */
const long = fc.string({ unit: fc.constantFrom('a', 'b', 'a'.repeat(100), 'ab'.repeat(128)), maxLength: 12 });

const text = fc.oneof(short, long);

describe('the change between two texts', () => {
  test('leads from one to the other', () =>
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { range, growth } = textChange(before, after);
        const inserted = after.slice(range.start, range.end + growth);
        assert.equal(before.slice(0, range.start) + inserted + before.slice(range.end), after);
      }),
    ));

  test('is no longer than what was inserted or removed', () =>
    fc.assert(
      fc.property(text, text, text, (start, piece, end) => {
        const inserted = textChange(start + end, start + piece + end);
        assert.equal(inserted.range.end - inserted.range.start, 0);
        const removed = textChange(start + piece + end, start + end);
        assert.equal(removed.range.end - removed.range.start, piece.length);
      }),
    ));
});
