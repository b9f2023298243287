import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codeSpan, escapeMarkdown, firstOf, grouped, markdownLink } from '../../server/src/base/markdown.ts';

describe('codeSpan', () => {
  test('fences with more backticks than the text holds in a row', () => {
    assert.equal(codeSpan('s3:Get*'), '`s3:Get*`');
    assert.equal(codeSpan('a`b'), '``a`b``');
    assert.equal(codeSpan('``a'), '``` ``a ```');
    assert.equal(codeSpan('`'), '`` ` ``');
  });

  test('keeps the text on one line and shows what would hide or reorder it', () => {
    assert.equal(codeSpan('a\n\n# b'), '`a��# b`');
    assert.equal(codeSpan('a\u202eb\u200bc\ud800'), '`a�b�c�`');
  });

  test('cuts a long text, never within a character', () => {
    assert.equal(codeSpan('x'.repeat(500)), `\`${'x'.repeat(120)}…\``);
    assert.equal(codeSpan(`${'x'.repeat(119)}😀`), `\`${'x'.repeat(119)}…\``);
  });
});

describe('escapeMarkdown', () => {
  test('leaves nothing to interpret', () => {
    assert.equal(
      escapeMarkdown('*a* _b_ `c` [d](e) <f> ~g~ | \\ &lt;'),
      '\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\~g\\~ \\| \\\\ \\&lt;',
    );
    assert.equal(escapeMarkdown('a\n\n# b'), 'a \\# b');
  });

  test('makes no link of a bare address', () => {
    assert.equal(escapeMarkdown('https://a.b www.a.b c@a.b'), 'https\\://a.b www\\.a.b c\\@a.b');
  });
});

test('markdownLink keeps the address within its parentheses', () =>
  assert.equal(markdownLink('a]b', 'https://a/(b) <c>'), '[a\\]b](https://a/%28b%29%20%3cc%3e)'));

test('firstOf counts what it leaves out', () => {
  assert.equal(firstOf(['a', 'b'], 2), 'a, b');
  assert.equal(firstOf(['a', 'b', 'c', 'd'], 2), 'a, b and 2 more');
  assert.equal(firstOf(['a'], 8, 22_001), 'a and 22,000 more');
});

test('grouped puts a comma before each three digits', () =>
  assert.deepEqual([0, 999, 1000, 22_091, 1_234_567].map(grouped), [
    '0',
    '999',
    '1,000',
    '22,091',
    '1,234,567',
  ]));
