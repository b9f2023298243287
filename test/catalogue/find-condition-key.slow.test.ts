import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { findConditionKey } from '../../server/src/catalogue/find-condition-key.ts';
import { openCatalogue } from '../../server/src/catalogue/open-catalogue.ts';
import {
  suggestColon,
  suggestKeys,
  suggestPrefixes,
} from '../../server/src/catalogue/suggest-condition-key.ts';
import { SUPERSEDED_KEYS } from '../../server/src/iam/superseded-condition-key.ts';

const CATALOGUE = openCatalogue(readFileSync('server/data/catalogue.dat'));
const NAMES = [
  ...new Set([
    ...CATALOGUE.globalConditionKeys().map(({ name }) => name),
    ...CATALOGUE.servicePrefixes().flatMap((prefix) =>
      (CATALOGUE.service(prefix)?.conditionKeys() ?? []).map(({ name }) => name),
    ),
  ]),
];

describe('condition keys of the real data', () => {
  test('are found under whatever prefix a service defines them', () => {
    for (const name of NAMES) {
      const written = name.replace(/\$\{[^}]*\}/g, 'x');
      assert.ok(findConditionKey(written, CATALOGUE), name);
    }
  });

  test('are called deprecated where they say so', () => {
    const superseded = new Set(SUPERSEDED_KEYS.map(({ name }) => name));
    for (const prefix of CATALOGUE.servicePrefixes()) {
      for (const { name, description } of CATALOGUE.service(prefix)?.conditionKeys() ?? []) {
        assert.equal(superseded.has(name), /\bdeprecated\b/i.test(description), name);
      }
    }
    for (const { successor } of SUPERSEDED_KEYS) assert.ok(findConditionKey(successor, CATALOGUE), successor);
  });

  test('come first for at least 97 of 100 single typos', () => {
    const next = random(20261122);
    let typos = 0;
    let right = 0;
    for (const name of NAMES.filter(isTypedByHand)) {
      const end = name.includes('${') ? name.indexOf('${') : name.length;
      const meant = name.slice(0, end) + (end < name.length ? 'team' : '');
      for (let i = 0; i < 3; i++) {
        const written = withTypo(meant, end, next);
        if (findConditionKey(written, CATALOGUE)) continue;
        typos++;
        if (firstSuggestion(written)?.toLowerCase() === meant.toLowerCase()) right++;
      }
    }
    assert.ok(typos > 3000 && right / typos >= 0.97, `${right} of ${typos}`);
  });
});

/** Keys of identity providers are never reported. */
const isTypedByHand = (name: string): boolean =>
  !name.slice(0, name.indexOf(':')).includes('.') && (!name.includes('${') || name.endsWith('}'));

function firstSuggestion(written: string): string | undefined {
  const colon = written.indexOf(':');
  const prefix = written.slice(0, Math.max(colon, 0)).toLowerCase();
  if (!/^[^:]+:[^:]/.test(written)) return suggestColon(written, CATALOGUE, [])[0];
  const isKnown = prefix === 'aws' || prefix === 'saml' || CATALOGUE.service(prefix);
  return (isKnown ? suggestKeys : suggestPrefixes)(written, CATALOGUE, []).names()[0];
}

/** One letter deleted, inserted, replaced, or swapped with the next one, before `end`. */
function withTypo(text: string, end: number, next: () => number): string {
  const at = Math.floor(next() * end);
  const letter = 'abcdefghijklmnopqrstuvwxyz'[Math.floor(next() * 26)];
  const kind = Math.floor(next() * 4);
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 1) return text.slice(0, at) + letter + text.slice(at);
  if (kind === 2) return text.slice(0, at) + letter + text.slice(at + 1);
  return text.slice(0, at) + (text[at + 1] ?? '') + text[at] + text.slice(at + 2);
}

/** The same numbers from 0 to 1 in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
