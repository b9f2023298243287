import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { matchesWildcard } from '../../server/src/iam/wildcard.ts';
import { newBudget } from '../../server/src/reasoning/glob/budget.ts';
import { parseGlobs } from '../../server/src/reasoning/glob/glob.ts';
import { covers, meet, type PatternSet } from '../../server/src/reasoning/pattern-set.ts';

const LETTERS = ['a', 'b', 'c'];

/** Every text of up to five letters: patterns of three tokens are told apart by these. */
const TEXTS = Array.from({ length: 5 }).reduce<readonly string[]>(
  (texts) => [...new Set(['', ...texts.flatMap((text) => LETTERS.map((letter) => text + letter)), ...texts])],
  [''],
);

const set = fc.record({
  patterns: fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  }),
  isNegated: fc.boolean(),
});

type Sketch = { readonly patterns: readonly string[]; readonly isNegated: boolean };

const setOf = ({ patterns, isNegated }: Sketch, isComplete = true): PatternSet => ({
  globs: parseGlobs(patterns),
  isNegated,
  isComplete,
});

const holds =
  ({ patterns, isNegated }: Sketch) =>
  (text: string): boolean =>
    patterns.some((pattern) => matchesWildcard(pattern, text)) !== isNegated;

describe('sets of patterns', () => {
  test('meet exactly where some text is in both', () =>
    fc.assert(
      fc.property(set, set, (a, b) => {
        const isFound = TEXTS.some((text) => holds(a)(text) && holds(b)(text));
        assert.equal(meet(setOf(a), setOf(b), newBudget()), isFound);
      }),
    ));

  test('cover each other exactly where no text is left over', () =>
    fc.assert(
      fc.property(set, set, (outer, inner) => {
        const isCovered = TEXTS.every((text) => !holds(inner)(text) || holds(outer)(text));
        assert.equal(covers(setOf(outer), setOf(inner), newBudget()), isCovered);
      }),
    ));

  test('prove nothing about items that are not known: whatever they turn out to be', () =>
    fc.assert(
      fc.property(set, set, fc.constantFrom('a', 'b*', '*', '?c'), (known, other, hidden) => {
        const whole = { ...known, patterns: [...known.patterns, hidden] };
        const partial = setOf(known, false);
        for (const [guess, truth] of [
          [meet(partial, setOf(other), newBudget()), meet(setOf(whole), setOf(other), newBudget())],
          [covers(partial, setOf(other), newBudget()), covers(setOf(whole), setOf(other), newBudget())],
          [covers(setOf(other), partial, newBudget()), covers(setOf(other), setOf(whole), newBudget())],
        ]) {
          if (guess !== 'unknown') assert.equal(guess, truth);
        }
      }),
    ));

  test('are not covered by the negation of a variable, which may have no value', () => {
    const outer: PatternSet = {
      globs: parseGlobs(['home/${aws:username}'], { hasVariables: true }),
      isNegated: true,
      isComplete: true,
    };
    assert.equal(covers(outer, setOf({ patterns: ['public'], isNegated: false }), newBudget()), 'unknown');
  });
});
