import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MAX_LINES } from '../../../server/src/features/hover/page.ts';
import type { PolicyType } from '../../../server/src/iam/policy-type.ts';
import { hoverAt } from '../../support/check-hover.ts';

const HOSTILE: readonly string[] = [
  '[click](command:evil)',
  '<img src=x onerror=alert(1)>',
  '`` ` `](http://evil.example)',
  '`',
  '![x](http://evil.example/x.png)',
  '| a | b |\n|---|---|',
  'a\n\n# Title\n\n```js\nevil\n```',
  '*bold* _x_ ~~y~~ &lt;b&gt; $(bug)',
  'http://evil.example www.evil.example',
  '\u202edetrevni\u200b',
  '\\',
  'x'.repeat(100_000),
];

/** Where a user's text can enter a hover. */
const PLACES: readonly ((text: string) => string)[] = [
  (text) => `{ "Statement": { "Action": "@${text}" } }`,
  (text) => `{ "Statement": { "Action": "@s3:${text}" } }`,
  (text) => `{ "Statement": { "Action": "@${text}:Get" } }`,
  (text) => `{ "Statement": { "Action": "@s3:${text}*" } }`,
  (text) => `{ "Statement": { "NotAction": "@${text}*" } }`,
  (text) => `{ "Statement": { "Action": "s3:*", "Resource": "@${text}" } }`,
  (text) => `{ "Statement": { "Action": "s3:*", "Resource": "@arn:${text}:s3:::b" } }`,
  (text) => `{ "Statement": { "Action": "s3:*", "Resource": "@arn:aws:${text}:::b" } }`,
  (text) => `{ "Statement": { "Action": "s3:*", "Resource": "@arn:aws:s3:${text}:${text}:b/${text}" } }`,
  (text) => `{ "Statement": { "Principal": { "AWS": "@arn:aws:iam::${text}:role/${text}" } } }`,
  (text) => `{ "Statement": { "Condition": { "@${text}": {} } } }`,
  (text) =>
    `{ "Statement": { "Action": "s3:*", "Condition": { "Bool": { "@s3:ExistingObjectTag/${text}": "" } } } }`,
  (text) => `{ "Statement": { "Condition": { "Bool": { "@a.example/${text}:sub": "" } } } }`,
  (text) => `{ "Version": "@${text}", "Statement": [] }`,
];

/** The Markdown without its code spans and our own links: what is left is interpreted. */
function interpreted(markdown: string): string {
  return markdown
    .replace(/(?<![\\`])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '')
    .replace(/\[[\w ]+\]\(https:\/\/docs\.aws\.amazon\.com\/[^\s()<>]*\)/g, '');
}

describe('a hover with hostile text', () => {
  test('interprets none of it and stays short', () => {
    let shown = 0;
    for (const place of PLACES) {
      for (const text of HOSTILE) {
        const quoted = place(JSON.stringify(text).slice(1, -1));
        const markdown = hoverAt(quoted.replace('@', ''), quoted.indexOf('@') + 1)?.markdown;
        if (markdown === undefined) continue;
        shown++;
        assert.doesNotMatch(
          interpreted(markdown),
          /evil|command|[<>`|]|\]\(|onerror|detrevni|Title|xxxx/,
          markdown,
        );
        assert.ok(markdown.split('\n').length <= MAX_LINES, markdown);
        assert.ok(markdown.length < 3000, `${markdown.length} characters`);
      }
    }
    assert.ok(shown > 100, `only ${shown} hovers`);
  });

  test('escapes the name of the file', () => {
    const text = '{ "Version": "2012-10-17", "Statement": [] }';
    const fileName = '[scp](http://evil.example) <b> www.evil.example.json';
    const markdown = hoverAt(text, 4, { fileName })?.markdown ?? '';
    assert.match(markdown, /service control policy/);
    assert.ok(
      markdown.includes('\\[scp\\](http\\://evil.example) \\<b\\> www\\.evil.example.json'),
      markdown,
    );
  });

  test('answers at once for an endless list, pattern or ARN', () => {
    const actions = Array.from({ length: 5000 }, (_, i) => `"s3:Get${i}*"`).join();
    const texts = [
      `{ "Statement": { "Action": ["@s3:Get", ${actions}], "Resource": "x" } }`,
      `{ "Statement": { "Action": "@s3:${'*a'.repeat(20_000)}" } }`,
      `{ "Statement": { "Action": "s3:*", "Resource": "@arn:aws:s3:::${'*a'.repeat(20_000)}" } }`,
      `{ "Statement": { "Action": "s3:*", "Condition": { "Bool": { "@s3:ExistingObjectTag/${'*a'.repeat(20_000)}": "" } } } }`,
    ];
    for (const text of texts) {
      const start = performance.now();
      assert.ok(hoverAt(text.replace('@', ''), text.indexOf('@') + 1));
      assert.ok(performance.now() - start < 500, `${Math.round(performance.now() - start)} ms`);
    }
  });
});

test('a hover is short in every type of policy', () => {
  const types: readonly PolicyType[] = [
    'identity',
    'resource',
    'trust',
    'scp',
    'rcp',
    'boundary',
    'session',
    'endpoint',
  ];
  for (const policyType of types) {
    for (const effect of ['Allow', 'Deny']) {
      const text = `{ "Statement": { "Effect": "${effect}", "Action": "kms:*" } }`;
      const markdown = hoverAt(text, text.indexOf(effect), { policyType })?.markdown ?? '';
      assert.equal(markdown.split('\n').length, MAX_LINES);
    }
  }
});
