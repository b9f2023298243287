import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lineIndex } from '../../server/src/base/line-index.ts';
import { escapeSnippet, plainText, renumbered } from '../../server/src/base/snippet.ts';
import { applyEdits } from '../../server/src/base/text-edit.ts';

describe('line index', () => {
  const index = lineIndex('a\nbc\r\n\rd');
  test('counts every kind of line end once', () => {
    assert.deepEqual(index.at(0), { line: 0, column: 0 });
    assert.deepEqual(index.at(3), { line: 1, column: 1 });
    assert.deepEqual(index.at(6), { line: 2, column: 0 });
    assert.deepEqual(index.at(8), { line: 3, column: 1 });
  });
  test('clamps offsets outside the text', () => {
    assert.deepEqual(index.at(-5), { line: 0, column: 0 });
    assert.deepEqual(index.at(99), { line: 3, column: 1 });
  });
});

describe('edits', () => {
  test('apply in any order', () =>
    assert.equal(
      applyEdits('abcdef', [
        { range: { start: 4, end: 5 }, newText: 'E' },
        { range: { start: 0, end: 0 }, newText: '>' },
        { range: { start: 1, end: 3 }, newText: '' },
      ]),
      '>adEf',
    ));
});

describe('snippets as plain text', () => {
  test('keep the defaults of tab stops', () =>
    assert.equal(plainText('arn:aws:s3:::${1:bucket}/${2|a,b|}/$1$0'), 'arn:aws:s3:::bucket/a/bucket'));
  test('give escaped text back as it was', () => {
    const text = 'a${aws:username}\\b$1';
    assert.equal(plainText(escapeSnippet(text)), text);
  });

  test('get other numbers, so that two of them can stand side by side', () =>
    assert.deepEqual(renumbered('${1:a} $2 ${1} \\$1 ${3|x,y|} $0', 4), {
      text: '${5:a} $6 ${5} \\$1 ${7|x,y|} $0',
      last: 7,
    }));
});
