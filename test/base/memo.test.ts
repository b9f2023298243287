import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoized, memoizedLast } from '../../server/src/base/memo.ts';

describe('a memoized function', () => {
  test('computes once for each object, also where the result is undefined', () => {
    const seen: object[] = [];
    const remember = memoized((key: object) => void seen.push(key));
    const [first, second] = [{}, {}];
    for (const key of [first, second, first, second]) remember(key);
    assert.deepEqual(seen, [first, second]);
  });

  test('shares objects with others, even while it computes', () => {
    const half = memoized(({ size }: { readonly size: number }) => size / 2);
    const quarter = memoized((key: { readonly size: number }) => half(key) / 2);
    const key = { size: 8 };
    assert.deepEqual([quarter(key), half(key), quarter(key)], [2, 4, 2]);
  });

  test('holds few results of an object, however many functions ask for one', () => {
    const key = {};
    const first = memoized(() => ({}));
    const before = first(key);
    assert.equal(first(key), before);
    for (let i = 0; i < 1000; i++) memoized(() => i)(key);
    assert.notEqual(first(key), before);
  });

  test('leaves no trace on the object, and asks nothing of it', () => {
    const key = Object.freeze({ size: 3 });
    memoized(({ size }: { readonly size: number }) => size)(key);
    assert.deepEqual(Reflect.ownKeys(key), ['size']);
  });

  test('remembers no failure', () => {
    let calls = 0;
    const fails = memoized((_: object): never => {
      throw new Error(`call ${++calls}`);
    });
    const key = {};
    assert.throws(() => fails(key), /call 1/);
    assert.throws(() => fails(key), /call 2/);
  });
});

describe('memoizedLast', () => {
  test('computes again for another object, and for the first when it comes back', () => {
    let count = 0;
    const ask = memoizedLast((key: { readonly text: string }) => `${key.text}${++count}`);
    const [a, b] = [{ text: 'a' }, { text: 'b' }];
    assert.deepEqual([ask(a), ask(a), ask(b), ask(a)], ['a1', 'a1', 'b2', 'a3']);
  });
});
