import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { type ReadOptions, readPolicies } from '../../server/src/policy/read-policies.ts';
import { RULES } from '../../server/src/rules/registry.generated.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { createChecker } from '../../server/src/rules/run-rules.ts';
import { realCatalogue } from '../catalogue/compiler.ts';
import { exampleDocument } from '../support/example-document.ts';
import { loadMutations } from '../support/mutations.ts';

interface Text {
  readonly text: string;
  readonly options?: ReadOptions;
}

const PICKY = RULES.filter((rule) => rule.scope === 'statement').filter(({ mentions }) => mentions);

/** What these rules find in a text: id, range and message of each finding. */
function found(rules: readonly Rule[]): (text: Text) => readonly string[] {
  const onRuleError = (rule: Rule, error: unknown): never => {
    throw new Error(`${rule.id} failed`, { cause: error });
  };
  const check = createChecker({
    catalogue: realCatalogue(),
    rules,
    severities: new Map(),
    onRuleError,
    today: '2026-11-22',
  });
  return ({ text, options }) =>
    check(readPolicies(text, options)).map(
      ({ rule: { id }, range: { start, end }, message }) => `${id} ${start}-${end} ${message}`,
    );
}

const picking = found(PICKY);
const askingAll = found(PICKY.map(({ mentions: _, ...rule }) => rule));

function examples(): readonly Text[] {
  return RULES.flatMap(({ examples }) =>
    examples.flatMap(({ bad, good, policyType }) =>
      [bad, good].map((example) => ({ text: exampleDocument(example), options: { policyType } })),
    ),
  );
}

function wholePolicies(): readonly Text[] {
  const folder = 'test/policies';
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ text: readFileSync(join(folder, name), 'utf8'), options: { fileName: name } }));
}

describe('a statement that mentions nothing of what a rule is about', () => {
  for (const [what, texts, least] of [
    ['examples', examples, 500],
    ['policies', wholePolicies, 300],
  ] as const) {
    test(`has nothing for it to find: ${what}`, () => {
      assert.ok(texts().length >= least, `only ${texts().length}`);
      for (const text of texts()) assert.deepEqual(picking(text), askingAll(text), text.text);
    });
  }

  test('has nothing for it to find: damaged policies', async () => {
    const { kinds, damaged } = await loadMutations();
    for (const kind of kinds) {
      for (const seed of [1, 2, 3, 4]) {
        const text = damaged(kind, seed);
        if (text) assert.deepEqual(picking(text), askingAll(text), text.text);
      }
    }
  });

  test('mentions it though a letter is written as its code', () => {
    const text =
      '{"Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*","Condition":{"\\u0042ool":{"aws:SecureTransport":"maybe"}}}]}';
    assert.ok(picking({ text }).some((finding) => finding.startsWith('bool-value ')));
  });
});
