import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readPolicies } from '../../server/src/policy/read-policies.ts';
import { allFindings } from '../support/all-findings.ts';
import { fillSnippet } from '../support/fill-snippet.ts';

interface FileTemplate {
  readonly isFileTemplate?: boolean;
  readonly prefix?: string;
  readonly description: string;
  readonly body: readonly string[];
}

const TEMPLATES = JSON.parse(readFileSync('snippets/aws-iam-policy.json', 'utf8')) as Record<
  string,
  FileTemplate
>;

for (const [name, template] of Object.entries(TEMPLATES)) {
  const snippet = template.body.join('\n');

  describe(`file template "${name}"`, () => {
    test('fills whole files and is not offered inside strings', () => {
      assert.equal(template.isFileTemplate, true);
      assert.equal(template.prefix, undefined);
    });

    test('is one policy that nothing above a hint is said about', () => {
      const text = fillSnippet(snippet);
      assert.equal(readPolicies(text).policies.length, 1);
      assert.deepEqual(complaints(text), []);
    });

    test('visits its tab stops in the order of the text and ends after the policy', () => {
      const first = [...new Set([...snippet.matchAll(/(?<!\\)\$\{?(\d+)/g)].map(([, stop]) => Number(stop)))];
      const stops = first.filter((stop) => stop !== 0);
      assert.deepEqual(first, [...stops.map((_, i) => i + 1), 0]);
      assert.match(snippet, /\n\}\n\$0$/);
    });

    test('asks for each name once', () => {
      const answered = fillSnippet(snippet, { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth' });
      assert.doesNotMatch(answered, /amzn-s3-demo-bucket|111122223333/);
      assert.doesNotThrow(() => JSON.parse(answered));
    });
  });
}

test('file templates leave policy variables to IAM', () => {
  const filled = Object.values(TEMPLATES).map(({ body }) => fillSnippet(body.join('\n')));
  assert.ok(filled.some((text) => text.includes(`:user/\${aws:username}"`)));
});

/** A default is there to be replaced, so that it looks like one is no complaint. */
const ABOUT_DEFAULTS = new Set(['placeholder-account-id', 'placeholder-ids', 'resource-placeholder-bucket']);

function complaints(text: string): readonly string[] {
  const options = { isPolicyFile: true };
  const findings = allFindings(text, options)
    .filter(({ rule, severity }) => severity !== 'hint' && !ABOUT_DEFAULTS.has(rule.id))
    .map(({ rule, message }) => `${rule.id}: ${message}`);
  return [...readPolicies(text, options).problems.map(({ message }) => message), ...findings];
}
