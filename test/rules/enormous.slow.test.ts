import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPolicies } from '../../server/src/policy/read-policies.ts';
import { elementsOf } from '../../server/src/rules/elements-of.ts';
import { RULES } from '../../server/src/rules/registry.generated.ts';
import { createChecker } from '../../server/src/rules/run-rules.ts';
import { realCatalogue } from '../catalogue/compiler.ts';
import { ENORMOUS } from '../support/enormous.ts';

const check = createChecker({
  catalogue: realCatalogue(),
  rules: RULES,
  elementsOf,
  severities: new Map(),
  onRuleError: (rule, error) => {
    throw new Error(`${rule.id} failed`, { cause: error });
  },
  today: '2026-11-22',
});

// What takes longer than in proportion would not end: `npm run bench:growth` measures it.
describe('an enormous policy is checked to its end', () => {
  for (const { what, n, text } of ENORMOUS) {
    test(`with many ${what}`, () => {
      const policy = text(n * 6);
      for (const { range } of check(readPolicies(policy, { isPolicyFile: true }))) {
        assert.ok(range.start <= range.end && range.end <= policy.length);
      }
    });
  }
});
