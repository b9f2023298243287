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
const NEGLIGIBLE = 150;

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
  return RULES.filter(takesLong(large)).flatMap((rule) => {
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

/** Whether a rule takes noticeable time among all rules; what several derive, the first one pays. */
function takesLong(text) {
  const times = new Map(RULES.map(({ id }) => [id, 0]));
  const timed = RULES.map((rule) => ({
    ...rule,
    check(context) {
      const before = process.cpuUsage();
      const findings = [...rule.check(context)];
      const { user, system } = process.cpuUsage(before);
      times.set(rule.id, times.get(rule.id) + (user + system) / 1000);
      return findings;
    },
  }));
  check(timed, text);
  return ({ id }) => times.get(id) > NEGLIGIBLE;
}

/** Of three tries: the first ones may have to compile or to collect. */
function leastTime(rule, text) {
  return Math.min(...[1, 2, 3].map(() => timeOf(rule, text)));
}

/** Processor time, for others may be at work, too. */
function timeOf(rule, text) {
  const before = process.cpuUsage();
  check([rule], text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function check(rules, text) {
  const isOf = ({ id }) => elementsOf(RULES.find((rule) => rule.id === id));
  const run = createChecker({
    catalogue,
    rules,
    elementsOf: isOf,
    severities: new Map(),
    onRuleError: fail,
    today: '2026-11-22',
  });
  run(readPolicies(text, { isPolicyFile: true }));
}

function fail(rule, error) {
  throw new Error(`The rule ${rule.id} failed.`, { cause: error });
}
