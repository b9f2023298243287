import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { matchesWildcard, wildcardMatcher } from '../../server/src/iam/wildcard.ts';

const MATCHERS = [
  ['matchesWildcard', matchesWildcard],
  ['wildcardMatcher', (pattern: string, text: string) => wildcardMatcher(pattern)(text)],
] as const;

for (const [name, matches] of MATCHERS) {
  describe(name, () => {
    test('matches the whole text, case included', () => {
      assert.equal(matches('Get*', 'GetObject'), true);
      assert.equal(matches('get*', 'GetObject'), false);
      assert.equal(matches('Get', 'GetObject'), false);
      assert.equal(matches('Ge?Object', 'GetObject'), true);
      assert.equal(matches('*', ''), true);
      assert.equal(matches('?', ''), false);
      assert.equal(matches('', 'a'), false);
    });

    test('takes every other character literally', () => {
      assert.equal(matches('a.c', 'abc'), false);
      assert.equal(matches('[ab]', 'a'), false);
      assert.equal(matches('a\\*', 'a\\b'), true);
    });

    test('does not let two parts share characters', () => {
      assert.equal(matches('ab*ba', 'aba'), false);
      assert.equal(matches('*aa*aa*', 'aaa'), false);
    });

    test('agrees with a regular expression', () => {
      const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
      const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 });
      fc.assert(
        fc.property(pattern, text, (p, t) => {
          const expected = new RegExp(`^${p.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(t);
          assert.equal(matches(p, t), expected);
        }),
        { numRuns: 2000 },
      );
    });

    test('stays quick on a pattern made to blow up', () => {
      const start = performance.now();
      assert.equal(matches(`${'a*'.repeat(200)}b`, 'a'.repeat(5000)), false);
      assert.ok(performance.now() - start < 1000);
    });
  });
}
