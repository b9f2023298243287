import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPolicies } from '../../server/src/policy/read-policies.ts';
import { elementsOf } from '../../server/src/rules/elements-of.ts';
import { RULES } from '../../server/src/rules/registry.generated.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { createChecker } from '../../server/src/rules/run-rules.ts';
import { realCatalogue } from '../catalogue/compiler.ts';
import { ENORMOUS } from '../support/enormous.ts';

/** How many times as large the larger policy is. */
const FACTOR = 6;

/** What is in proportion takes FACTOR times as long, what goes by the square FACTOR times that. */
const MOST = 18;

/** What takes less processor time than this, in milliseconds, may grow as it likes. */
const NEGLIGIBLE = 60;

describe('the time of each rule grows in proportion', () => {
  for (const { what, n, text } of ENORMOUS) {
    test(`to the number of ${what}`, () => {
      const [small, large] = [text(n), text(n * FACTOR)];
      const tooSlow = RULES.filter((rule) => {
        const time = leastTime(rule, large);
        return time > NEGLIGIBLE && time > MOST * leastTime(rule, small);
      });
      assert.deepEqual(
        tooSlow.map(({ id }) => id),
        [],
      );
    });
  }
});

/** Of three tries: the first ones may have to compile or to collect. */
function leastTime(rule: Rule, text: string): number {
  let least = timeOf(rule, text);
  for (let again = 0; again < 2 && least > NEGLIGIBLE; again++) least = Math.min(least, timeOf(rule, text));
  return least;
}

/** Processor time, for others may be at work, too; that of everything which the rule derives counts with it. */
function timeOf(rule: Rule, text: string): number {
  const file = readPolicies(text, { isPolicyFile: true });
  const check = createChecker({
    catalogue: realCatalogue(),
    rules: [rule],
    elementsOf,
    severities: new Map(),
    onRuleError: (_, error) => assert.fail(error as Error),
    today: '2026-11-22',
  });
  const before = process.cpuUsage();
  check(file);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
