/**
 * What the grammars cost: two long JSON files tokenized with VS Code's grammar alone, with the injection, and as
 * `aws-iam-policy`. Prints the fastest of several warm runs, the one least disturbed by the machine.
 */
import { readFileSync } from 'node:fs';
import { extendedRegistry, plainRegistry } from '../scripts/grammar-registry.mjs';

const LINES = 5800;
const RUNS = 20;

const policy = readFileSync('test/grammar/cases/identity.iam.json', 'utf8').trimEnd().split('\n');
const files = {
  'package-lock.json': readFileSync('package-lock.json', 'utf8').split('\n').slice(0, LINES),
  'dense policy': Array.from({ length: LINES }, (_, i) => policy[i % policy.length]),
};
const variants = {
  'JSON alone': [plainRegistry(), 'source.json'],
  'with injection': [extendedRegistry(), 'source.json'],
  'aws-iam-policy': [extendedRegistry(), 'source.json.aws-iam-policy'],
};

for (const [file, lines] of Object.entries(files)) {
  for (const [variant, [registry, scope]] of Object.entries(variants)) {
    const grammar = await registry.loadGrammar(scope);
    const times = Array.from({ length: RUNS }, () => tokenize(grammar, lines));
    console.log(`${file}, ${lines.length} lines, ${variant}: ${Math.min(...times).toFixed(0)} ms`);
  }
}

function tokenize(grammar, lines) {
  const start = performance.now();
  let state = null;
  for (const line of lines) state = grammar.tokenizeLine2(line, state).ruleStack;
  return performance.now() - start;
}
