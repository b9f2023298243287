import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expandActionPattern } from '../../server/src/catalogue/action-pattern.ts';
import type { Catalogue } from '../../server/src/catalogue/catalogue.ts';
import { exactPatterns } from '../../server/src/catalogue/exact-patterns.ts';
import { buildCatalogue } from '../support/build-catalogue.ts';
import { TINY } from '../support/tiny-catalogue.ts';

const numbered = (stem: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${stem}${String.fromCharCode(65 + i)}${i}`);

/** 26 to get, 20 to list, one alone, and one that begins like others without being of their kind. */
const NAMES = [...numbered('GetThing', 26), ...numbered('ListThing', 20), 'Describe', 'Getaway'];
const MANY = catalogueOf(NAMES);
const all = NAMES.map((name) => `many:${name}`);

function catalogueOf(names: readonly string[]): Catalogue {
  const actions = Object.fromEntries(
    names.map((name) => [name, { accessLevel: 'Read' as const, description: name }]),
  );
  return buildCatalogue([{ prefix: 'many', name: 'Many', actions }], []);
}

function expanded(patterns: readonly string[]): readonly string[] {
  return [...new Set(patterns.flatMap((pattern) => expandActionPattern(MANY, pattern)))].sort();
}

describe('exactPatterns', () => {
  test('writes few actions by name', () =>
    assert.deepEqual(exactPatterns(TINY, ['s3:PutObject', 's3:GetObject'], 's3:*'), [
      's3:GetObject',
      's3:PutObject',
    ]));

  test('folds many into patterns that match nothing else', () => {
    const wanted = all.filter((name) => name !== 'many:Getaway');
    const patterns = exactPatterns(MANY, wanted, 'many:*');
    assert.deepEqual(patterns, ['many:Describe', 'many:GetThing*', 'many:List*']);
    assert.deepEqual(expanded(patterns), [...wanted].sort());
  });

  test('splits a group around what is unwanted', () => {
    const wanted = all.filter((name) => name !== 'many:GetThingC2');
    const patterns = exactPatterns(MANY, wanted, 'many:*');
    assert.ok(!patterns.includes('many:GetThing*'));
    assert.deepEqual(expanded(patterns), [...wanted].sort());
  });

  test('does not name what a pattern matches already', () => {
    const names = [...numbered('GetThing', 26), ...numbered('GetThingsOf', 20), 'GetThing'];
    const catalogue = catalogueOf([...names, 'GetOther']);
    const wanted = names.map((name) => `many:${name}`);
    assert.deepEqual(exactPatterns(catalogue, wanted, 'many:*'), ['many:GetThing*']);
  });

  test('uses no pattern that the original does not contain', () => {
    const wanted = all.filter((name) => /Thing/.test(name));
    const patterns = exactPatterns(MANY, wanted, 'many:*Thing*');
    assert.deepEqual(patterns, ['many:GetThing*', 'many:ListThing*']);
  });
});
