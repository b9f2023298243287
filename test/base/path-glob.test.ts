import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pathGlob } from '../../server/src/base/path-glob.ts';

/** The paths among these that the glob matches. */
function matched(glob: string, ...paths: readonly string[]): readonly string[] {
  return paths.filter(pathGlob(glob));
}

describe('a glob', () => {
  test('takes a star within a folder', () =>
    assert.deepEqual(matched('a/*.json', 'a/b.json', 'a/.json', 'a/b/c.json', 'a/b.jsonc'), [
      'a/b.json',
      'a/.json',
    ]));

  test('takes two stars for any folders, none included, but not for a part of a name', () => {
    assert.deepEqual(matched('**/x', 'x', 'a/x', 'a/b/x', 'ax', 'a/bx'), ['x', 'a/x', 'a/b/x']);
    assert.deepEqual(matched('a/**/x', 'a/x', 'a/b/c/x', 'ab/x', 'a/bx'), ['a/x', 'a/b/c/x']);
    assert.deepEqual(matched('a/**', 'a/b', 'a/b/c', 'a', 'ab'), ['a/b', 'a/b/c']);
    assert.deepEqual(matched('**', 'a', 'a/b'), ['a', 'a/b']);
    assert.deepEqual(matched('a**b', 'ab', 'axxb', 'a/b'), ['ab', 'axxb']);
  });

  test('begins at the root where it begins with a slash', () =>
    assert.deepEqual(matched('/a/*', '/a/b', 'a/b', '/c/a/b'), ['/a/b']));

  test('takes a question mark for one character', () =>
    assert.deepEqual(matched('a?c', 'abc', 'ac', 'a/c'), ['abc']));

  test('takes braces for alternatives, nested ones too', () =>
    assert.deepEqual(
      matched('{a,b{1,2}}.{json,jsonc}', 'a.json', 'b1.jsonc', 'b2.json', 'b.json', 'c.json'),
      ['a.json', 'b1.jsonc', 'b2.json'],
    ));

  test('takes brackets for a choice of characters', () => {
    assert.deepEqual(matched('[a-c_].x', 'a.x', 'c.x', '_.x', 'd.x'), ['a.x', 'c.x', '_.x']);
    assert.deepEqual(matched('[!a-c].x', 'a.x', 'd.x', '/.x'), ['d.x']);
    assert.deepEqual(matched('[]-].x', '].x', '-.x', 'a.x'), ['].x', '-.x']);
  });

  test('takes what a backslash stands before as it is', () => {
    assert.deepEqual(matched('\\[a\\].\\*', '[a].*', 'a.x'), ['[a].*']);
    assert.deepEqual(matched('\\{a,b\\}', '{a,b}', 'a'), ['{a,b}']);
  });

  test('takes what is not closed as it is', () => {
    assert.deepEqual(matched('[a', '[a', 'a'), ['[a']);
    assert.deepEqual(matched('{a,b', '{a,b', 'a'), ['{a,b']);
    assert.deepEqual(matched('{a}', '{a}', 'a'), ['{a}']);
  });

  test('is quickly said, whatever it is', () => {
    const path = 'a'.repeat(300);
    for (const glob of ['*a'.repeat(100), '**/'.repeat(100), '{a,b}'.repeat(100), '[a-'.repeat(100)]) {
      const start = performance.now();
      assert.equal(pathGlob(`${glob}b`)(path), false);
      assert.ok(performance.now() - start < 500, glob);
    }
  });
});
