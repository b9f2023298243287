import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { matchesWildcard } from '../../server/src/iam/wildcard.ts';
import { repairedPatterns } from '../../server/src/iam/wildcard-repair.ts';

const NAMES = ['GetObject', 'GetObjectAcl', 'PutObject', 'DeleteObject', 'ListBuckets'];

describe('repairedPatterns', () => {
  test('whatever it offers matches a name and has the wildcards of the pattern, in order', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[GetObjcuP*?]{1,12}$/), (pattern) => {
        for (const { text } of repairedPatterns(pattern, NAMES)) {
          assert.ok(
            NAMES.some((name) => matchesWildcard(text.toLowerCase(), name.toLowerCase())),
            text,
          );
          assert.equal(text.replace(/[^*]/g, ''), pattern.replace(/[^*]/g, ''));
        }
      }),
    ));

  test('finds the pattern again after any two neighbours are swapped', () => {
    const pattern = '*Object*';
    for (let i = 1; i < pattern.length - 2; i++) {
      const typed = pattern.slice(0, i) + pattern[i + 1] + pattern[i] + pattern.slice(i + 2);
      assert.equal(repairedPatterns(typed, NAMES)[0]?.text, pattern, typed);
    }
  });

  test('drops a doubled letter rather than replace it', () =>
    assert.deepEqual(
      repairedPatterns('Gett*', [...NAMES, 'GetUser']).map(({ text }) => text),
      ['Get*'],
    ));

  test('ends and begins with whole words where it can', () => {
    const first = (pattern: string): string | undefined =>
      repairedPatterns(pattern, ['ListTags', 'ListUsers', 'DeleteUser', 'GetUser'])[0]?.text;
    assert.equal(first('Litt*'), 'List*');
    assert.equal(first('Delee*'), 'Delete*');
    assert.equal(first('Gt*'), 'Get*');
  });

  test('offers nothing for what is far from every name, or too short to tell', () => {
    assert.deepEqual(repairedPatterns('Describe*', NAMES), []);
    assert.deepEqual(repairedPatterns('X*', NAMES), []);
  });
});
