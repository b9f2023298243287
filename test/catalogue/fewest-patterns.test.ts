import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { expandActionPattern } from '../../server/src/catalogue/action-pattern.ts';
import type { Catalogue } from '../../server/src/catalogue/catalogue.ts';
import { fewestPatterns } from '../../server/src/catalogue/fewest-patterns.ts';
import { buildCatalogue } from '../support/build-catalogue.ts';
import { TINY } from '../support/tiny-catalogue.ts';

function catalogueOf(names: readonly string[]): Catalogue {
  const actions = Object.fromEntries(
    names.map((name) => [name, { accessLevel: 'Read' as const, description: name }]),
  );
  return buildCatalogue([{ prefix: 'x', name: 'X', actions }], []);
}

function check(names: readonly string[], others: readonly string[], expected: readonly string[]): void {
  const patterns = fewestPatterns(
    catalogueOf([...names, ...others]),
    names.map((name) => `x:${name}`),
  );
  assert.deepEqual(
    patterns,
    expected.map((name) => `x:${name}`),
  );
}

describe('fewestPatterns', () => {
  test('takes one pattern for names that begin, end or are made alike', () => {
    check(['GetCat', 'GetDog'], ['PutCat'], ['Get*']);
    check(['GetCat', 'PutCat'], ['GetDog'], ['*Cat']);
    check(['GetCatTag', 'PutCatFur'], ['GetDogTag', 'PutDogFur'], ['*Cat*']);
    check(['GetCatTag', 'GetDogTag'], ['GetCatFur', 'PutDogTag'], ['Get*Tag']);
  });

  test('takes the star alone for a whole service', () => check(['GetCat', 'PutDog'], [], ['*']));

  test('spells out what no pattern keeps apart', () => {
    check(['GetCat', 'PutDog'], ['GetDog', 'PutCat'], ['GetCat', 'PutDog']);
    check(['GetCat'], ['GetDog'], ['GetCat']);
    check(['Get', 'GetCatTag'], ['GetCat'], ['Get', 'GetCatTag']);
  });

  test('matches without regard to case, as IAM does', () =>
    check(['GetCat', 'GetDog'], ['Getaway'], ['GetCat', 'GetDog']));

  test('writes each service by itself, sorted', () =>
    assert.deepEqual(fewestPatterns(TINY, ['sts:TagSession', 'S3:getobject', 's3:GetObjectAcl']), [
      's3:GetObject',
      's3:GetObjectAcl',
      'sts:TagSession',
    ]));

  test('leaves out what the catalogue does not have', () =>
    assert.deepEqual(fewestPatterns(TINY, ['s3:Nope', 'nope:GetObject']), []));

  test('always matches exactly the names that were given', () => {
    const word = fc.constantFrom('Get', 'Put', 'Cat', 'Dog', 'Tag', 'IP', 'v2');
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(''));
    const names = fc.uniqueArray(name, { selector: (text) => text.toLowerCase(), maxLength: 30 });
    fc.assert(
      fc.property(names, fc.func(fc.boolean()), (all, isWanted) => {
        const catalogue = catalogueOf(all);
        const wanted = all.filter((text) => isWanted(text)).map((text) => `x:${text}`);
        const patterns = fewestPatterns(catalogue, wanted);
        const matched = new Set(patterns.flatMap((pattern) => expandActionPattern(catalogue, pattern)));
        assert.deepEqual([...matched].sort(), wanted.sort());
        assert.ok(patterns.length <= wanted.length);
      }),
      { numRuns: 300 },
    );
  });
});
