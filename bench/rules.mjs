/**
 * What each rule costs, so that a slow one shows: `npm run bench:rules -- [--top 25] [--json FILE] [--strict]`,
 * which fails if a rule takes more than a tenth of the total.
 *
 * Every round reads the policies afresh and runs all rules in their order. What many rules derive of a statement has a
 * row of its own, the rest is paid by the first that asks; `alone` is what a rule costs when it has to derive everything itself. `fixes` is what
 * evaluating all repairs costs, as the command line does with `--format json`.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { policyGenerator, SIZES } from './documents.mjs';
import { loadCatalogue, loadSource } from './load-source.mjs';
import { statistics } from './statistics.mjs';

const ROUNDS = 9;

/** Of all rules together, that one may take. */
const MAX_SHARE = 0.1;

/** Policies of usual size: about 1 MB. */
const LARGER_SET = 170;

const { values: options } = parseArgs({
  options: { top: { type: 'string', default: '25' }, json: { type: 'string' }, strict: { type: 'boolean' } },
});
const catalogue = await loadCatalogue();
const {
  arnReadings,
  conditionTests,
  createChecker,
  elementsOf,
  keySupport,
  readPolicies,
  RULES,
  statementFit,
} = await loadSource(
  'policy/read-policies.ts',
  'reasoning/arn-reading.ts',
  'reasoning/condition-tests.ts',
  'reasoning/key-support.ts',
  'reasoning/statement-fit.ts',
  'rules/run-rules.ts',
  'rules/elements-of.ts',
  'rules/registry.generated.ts',
);

/** Derived once of a statement, for the first rule that asks. A row of its own, as it belongs to no rule. */
const FACTS = {
  id: '(facts that rules share)',
  scope: 'statement',
  check({ statement }) {
    for (const derive of [statementFit, arnReadings, conditionTests, keySupport])
      derive(statement, catalogue);
    return [];
  },
};
const generator = policyGenerator(catalogue);
const usual = [generator.text(SIZES['6 KB'])];
const larger = Array.from({ length: LARGER_SET }, () => generator.text(SIZES['6 KB']));

const ALL = [FACTS, ...RULES];
check(ALL, larger);
const small = measured(usual);
const large = measured(larger);
const total = sum(large.map(({ check }) => check));
const rows = ALL.map((rule, index) => ({
  id: rule.id,
  scope: rule.scope,
  small: small[index].check,
  check: large[index].check,
  share: large[index].check / total,
  alone: aloneOf(rule),
  fixes: large[index].fixes,
  findings: large[index].findings,
})).sort((a, b) => b.check + b.fixes - a.check - a.fixes);

console.log(
  `${RULES.length} rules: ${sum(rows.map((row) => row.small)).toFixed(2)} ms for one policy of 6 KB, ` +
    `${total.toFixed(1)} ms for ${LARGER_SET}; repairs of these ${sum(rows.map(({ fixes }) => fixes)).toFixed(1)} ms.\n`,
);
console.log(table(rows.slice(0, Number(options.top))));
if (options.strict && rows.some(isSlow)) process.exitCode = 1;
if (options.json) writeFileSync(options.json, `${JSON.stringify(rows, undefined, 2)}\n`);

/** For each rule the milliseconds of its quickest round over all texts. */
function measured(texts) {
  const rounds = Array.from({ length: ROUNDS }, () => check(ALL, texts));
  return ALL.map((_, index) => ({
    check: quickest(rounds.map((times) => times[index].check)),
    fixes: quickest(rounds.map((times) => times[index].fixes)),
    findings: rounds[0][index].findings,
  }));
}

function aloneOf(rule) {
  return quickest(Array.from({ length: 3 }, () => check([rule], larger)[0].check));
}

/** One round: milliseconds and findings of each rule. */
function check(rules, texts) {
  const times = rules.map(() => ({ check: 0, fixes: 0, findings: 0 }));
  const timed = rules.map((rule, index) => ({
    ...rule,
    check: (context) => timedCheck(rule, context, times[index]),
  }));
  const isOf = (rule) => elementsOf(RULES.find(({ id }) => id === rule.id));
  const run = createChecker({
    catalogue,
    rules: timed,
    elementsOf: isOf,
    severities: new Map(),
    onRuleError: fail,
  });
  const files = texts.map((text) => readPolicies(text));
  const findings = files.flatMap((file) => run(file));
  for (const { rule, fixes } of findings) {
    const entry = times[timed.indexOf(rule)];
    const start = performance.now();
    fixes();
    entry.fixes += performance.now() - start;
  }
  return times;
}

function timedCheck(rule, context, entry) {
  const start = performance.now();
  const findings = [...rule.check(context)];
  entry.check += performance.now() - start;
  entry.findings += findings.length;
  return findings;
}

function fail(rule, error) {
  throw new Error(`The rule ${rule.id} failed.`, { cause: error });
}

function table(lines) {
  const head = ['Rule', 'Scope', '6 KB', `${LARGER_SET} × 6 KB`, 'Share', 'Alone', 'Fixes', 'Findings'];
  const body = lines.map(({ id, scope, small, check, share, alone, fixes, findings }) => [
    id,
    scope,
    `${(small * 1000).toFixed(0)} µs`,
    `${check.toFixed(1)} ms`,
    `${(share * 100).toFixed(1)} %${isSlow({ id, share }) ? ' **slow**' : ''}`,
    `${alone.toFixed(1)} ms`,
    `${fixes.toFixed(1)} ms`,
    findings,
  ]);
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function isSlow({ id, share }) {
  return id !== FACTS.id && share > MAX_SHARE;
}

function quickest(values) {
  return statistics(values).min;
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
