import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { matchesWildcard } from '../../../server/src/iam/wildcard.ts';
import { contains, equals } from '../../../server/src/reasoning/glob/contains.ts';
import { parseGlobs } from '../../../server/src/reasoning/glob/glob.ts';
import { overlaps } from '../../../server/src/reasoning/glob/overlaps.ts';

/** All texts of at most this length over letters of which one stands in no pattern. */
const TEXTS = textsOver(['a', 'b', 'z'], 8);

const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 4 });
const patterns = fc.array(pattern, { minLength: 1, maxLength: 3 });
const someOf = (list: readonly string[], text: string): boolean =>
  list.some((one) => matchesWildcard(one, text));

describe('patterns with * and ?', () => {
  test('contain each other exactly if trying all short texts says so', () =>
    fc.assert(
      fc.property(patterns, patterns, (outer, inner) => {
        const expected = TEXTS.every((text) => !someOf(inner, text) || someOf(outer, text));
        assert.equal(contains(parseGlobs(outer), parseGlobs(inner)), expected);
      }),
      { numRuns: 200 },
    ));

  test('overlap exactly if some short text is in both', () =>
    fc.assert(
      fc.property(patterns, patterns, (a, b) => {
        const expected = TEXTS.some((text) => someOf(a, text) && someOf(b, text));
        assert.equal(overlaps(parseGlobs(a), parseGlobs(b)), expected);
      }),
      { numRuns: 120 },
    ));

  test('are equal exactly if each contains the other', () =>
    fc.assert(
      fc.property(patterns, patterns, (a, b) => {
        const [x, y] = [parseGlobs(a), parseGlobs(b)];
        assert.equal(equals(x, y), contains(x, y) === true && contains(y, x) === true);
        assert.equal(equals(x, parseGlobs([...a, ...a].reverse())), true);
      }),
    ));
});

describe('patterns that take case differently', () => {
  const cased = fc.array(fc.string({ unit: fc.constantFrom('a', 'A', '*', '?'), maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  });
  const texts = textsOver(['a', 'A', 'z'], 7);

  test('contain and overlap each other as trying all short texts says', () =>
    fc.assert(
      fc.property(cased, cased, fc.boolean(), fc.boolean(), (a, b, foldsA, foldsB) => {
        const inA = (text: string): boolean => matches(a, text, foldsA);
        const inB = (text: string): boolean => matches(b, text, foldsB);
        const [x, y] = [parseGlobs(a, { ignoresCase: foldsA }), parseGlobs(b, { ignoresCase: foldsB })];
        assert.equal(
          contains(x, y),
          texts.every((text) => !inB(text) || inA(text)),
        );
        assert.equal(
          overlaps(x, y),
          texts.some((text) => inA(text) && inB(text)),
        );
      }),
      { numRuns: 200 },
    ));

  function matches(list: readonly string[], text: string, ignoresCase: boolean): boolean {
    return ignoresCase ? someOf(list.map(lower), text.toLowerCase()) : someOf(list, text);
  }
  const lower = (text: string): string => text.toLowerCase();
});

describe('patterns with a variable', () => {
  const withVariable = fc.array(
    fc
      .array(fc.constantFrom('a', '*', '?', '${v}', '${w}'), { maxLength: 3 })
      .map((tokens) => tokens.join('')),
    { minLength: 1, maxLength: 2 },
  );
  const texts = textsOver(['a', 'z'], 7);
  const values = [...textsOver(['a', 'z'], 3), 'zzzz'];
  const worlds = values.flatMap((v) => values.map((w) => ({ v, w })));
  const inWorld = (list: readonly string[], { v, w }: { v: string; w: string }): readonly string[] =>
    list.map((text) => text.replaceAll('${v}', v).replaceAll('${w}', w));
  const parse = (list: readonly string[]) => parseGlobs(list, { hasVariables: true });

  test('contain others only if they do for every value, and fail to only if they do for some', () =>
    fc.assert(
      fc.property(withVariable, withVariable, (outer, inner) => {
        const answer = contains(parse(outer), parse(inner));
        const fails = worlds.some((world) => {
          const [x, y] = [inWorld(outer, world), inWorld(inner, world)];
          return texts.some((text) => someOf(y, text) && !someOf(x, text));
        });
        if (answer === true) assert.ok(!fails);
        if (answer === false) assert.ok(fails);
        if (![...outer, ...inner].join('').includes('?')) assert.notEqual(answer, 'unknown');
      }),
      { numRuns: 120 },
    ));

  test('overlap others only if they do for some value, and never where they do for none', () =>
    fc.assert(
      fc.property(withVariable, withVariable, (a, b) => {
        const answer = overlaps(parse(a), parse(b));
        const found = worlds.some((world) => {
          const [x, y] = [inWorld(a, world), inWorld(b, world)];
          return texts.some((text) => someOf(x, text) && someOf(y, text));
        });
        if (answer === true) assert.ok(found);
        if (answer === false) assert.ok(!found);
      }),
      { numRuns: 120 },
    ));
});

function textsOver(letters: readonly string[], length: number): readonly string[] {
  let longest: readonly string[] = [''];
  const texts = [''];
  for (let i = 0; i < length; i++) {
    longest = longest.flatMap((text) => letters.map((letter) => text + letter));
    texts.push(...longest);
  }
  return texts;
}
