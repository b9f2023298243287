import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { uniqueSid, uniqueSids } from '../../server/src/policy/sid.ts';

describe('uniqueSid', () => {
  test('keeps what is free', () => assert.equal(uniqueSid('Read', new Set(['Write'])), 'Read'));

  test('counts on', () => {
    assert.equal(uniqueSid('Read', new Set(['Read'])), 'Read2');
    assert.equal(uniqueSid('Read7', new Set(['Read7', 'Read8'])), 'Read9');
    assert.equal(uniqueSid('', new Set(['Statement1'])), 'Statement2');
  });

  test('counts on behind more digits than a number can have', () => {
    const long = `Read${'9'.repeat(20)}1`;
    assert.equal(uniqueSid(long, new Set([long])), `Read${'9'.repeat(12)}999999992`);
  });
});

describe('uniqueSids', () => {
  test('gives none twice', () => {
    const sidFor = uniqueSids(new Set(['Read', 'Read3']));
    assert.deepEqual(['Read', 'Read', 'Read', 'Write', 'Write', ''].map(sidFor), [
      'Read2',
      'Read4',
      'Read5',
      'Write',
      'Write2',
      'Statement1',
    ]);
  });

  test('looks at each number once', () => {
    let looks = 0;
    const taken = new Set<string>();
    taken.has = (sid) => {
      looks++;
      return sid === 'Read';
    };
    const sidFor = uniqueSids(taken);
    for (let i = 0; i < 1000; i++) sidFor('Read');
    assert.ok(looks < 3000, String(looks));
  });
});
