/**
 * Which rules take more than in proportion to the text: `npm run bench:growth -- [--strict]`, which fails if one does.
 *
 * Each family of enormous policies is checked at two sizes, rule by rule; what is derived of a text counts with each.
 */
import { parseArgs } from 'node:util';
import { loadCatalogue, loadSource } from './load-source.mjs';

/** How many times as large the larger policy is. */
const FACTOR = 6;

/** What is in proportion takes FACTOR times as long, what goes by the square FACTOR times that. */
const MOST = 18;

/** What takes less processor time than this, in milliseconds, may grow as it likes. */
const NEGLIGIBLE = 60;

const { values: options } = parseArgs({ options: { strict: { type: 'boolean' } } });
const catalogue = await loadCatalogue();
const { createChecker, elementsOf, ENORMOUS, readPolicies, RULES } = await loadSource(
  'policy/read-policies.ts',
  'rules/run-rules.ts',
  'rules/elements-of.ts',
  'rules/registry.generated.ts',
  '../../test/support/enormous.ts',
);

const slow = ENORMOUS.flatMap(({ what, n, text }) => {
  const [small, large] = [text(n), text(n * FACTOR)];
  return RULES.flatMap((rule) => {
    if (timeOf(rule, large) <= NEGLIGIBLE) return [];
    const time = leastTime(rule, large);
    const before = leastTime(rule, small);
    return time > MOST * before ? [{ what, rule: rule.id, before, time }] : [];
  });
});

console.log(`${RULES.length} rules, ${ENORMOUS.length} families of policies, each at n and ${FACTOR} n.\n`);
for (const { what, rule, before, time } of slow) {
  console.log(`${rule}: ${before.toFixed(0)} ms, then ${time.toFixed(0)} ms, by the number of ${what}.`);
}
if (slow.length === 0) console.log('All grow in proportion.');
if (options.strict && slow.length > 0) process.exitCode = 1;

/** Of three tries: the first ones may have to compile or to collect. */
function leastTime(rule, text) {
  return Math.min(...[1, 2, 3].map(() => timeOf(rule, text)));
}

/** Processor time, for others may be at work, too. */
function timeOf(rule, text) {
  const file = readPolicies(text, { isPolicyFile: true });
  const check = createChecker({
    catalogue,
    rules: [rule],
    elementsOf,
    severities: new Map(),
    onRuleError: fail,
    today: '2026-11-22',
  });
  const before = process.cpuUsage();
  check(file);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function fail(rule, error) {
  throw new Error(`The rule ${rule.id} failed.`, { cause: error });
}
