// node scripts/action-usage.mjs POLICIES.jsonl: counts in how many policies each action, condition operator and
// condition key is named, for the order of completions.
// A line is { "policy": … }, an object or its text: the NDJSON form of `leastwise lint`.
import { readFileSync, writeFileSync } from 'node:fs';
import { expandActions } from './catalogue/known-actions.mjs';

const [file] = process.argv.slice(2);
if (!file) {
  console.error('Usage: node scripts/action-usage.mjs POLICIES.jsonl');
  process.exit(2);
}
const known = expandActions();
const counts = new Map();
const words = new Map();
const lines = readFileSync(file, 'utf8').trim().split('\n');
for (const line of lines) {
  const { policy } = JSON.parse(line);
  const document = typeof policy === 'string' ? JSON.parse(policy) : policy;
  for (const action of namedActions(document)) {
    const name = known.get(action);
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const word of conditionWords(document)) words.set(word, (words.get(word) ?? 0) + 1);
}
const usage = {
  source:
    'AWS managed policies, github.com/iann0036/iam-dataset at 2073fa52, those whose name has an even first byte in SHA-256',
  licence: 'MIT',
  date: '2026-08-22',
  policies: lines.length,
  conditions: Object.fromEntries([...words].sort(([a], [b]) => (a < b ? -1 : 1))),
  counts: byService([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
};
writeFileSync('server/data/action-usage.json', oneServiceALine(usage));
console.log(`${counts.size} actions named in ${lines.length} policies.`);

function byService(entries) {
  const services = {};
  for (const [action, count] of entries) {
    const [prefix, name] = action.split(':');
    services[prefix] ??= {};
    services[prefix][name] = count;
  }
  return services;
}

function oneServiceALine({ counts, ...facts }) {
  const services = Object.entries(counts).map(([prefix, names]) => `  "${prefix}": ${JSON.stringify(names)}`);
  const head = JSON.stringify(facts, undefined, 1).slice(0, -2);
  return `${head},\n "counts": {\n${services.join(',\n')}\n }\n}\n`;
}

/** Operators as written; keys in lower case, a tag key as its placeholder. */
function conditionWords({ Statement }) {
  const conditions = [Statement].flat().flatMap(({ Condition = {} }) => Object.entries(Condition));
  const keys = conditions.flatMap(([, block]) => Object.keys(block));
  return new Set([
    ...conditions.map(([operator]) => operator),
    ...keys.map((key) => key.toLowerCase().replace(/\/.*$/, '/${tagkey}')),
  ]);
}

function namedActions({ Statement }) {
  return new Set(
    [Statement]
      .flat()
      .flatMap(({ Action = [] }) => Action)
      .map((action) => action.toLowerCase()),
  );
}
