// npm run bench:mutations: what is said about good policies that are damaged on purpose. See README.md.
//   --policies FILE.jsonl   lines { id, policyType, policy }; without it those of examples/, test/policies/ and templates
//   --cases 60              damages of each kind;  --seed 1
//   --kind TEXT             only kinds whose name or group contains it
//   --infer                 do not tell the checks the type of the policy
//   --show undetected|unrepaired|unclean|collateral   print these cases
//   --strict                exit 1 below the thresholds
import { parseArgs } from 'node:util';
import { basePolicies } from './mutations/base-policies.mjs';
import { casesOf } from './mutations/cases.mjs';
import { loadEngine } from './mutations/engine.mjs';
import { judge } from './mutations/judge.mjs';
import { KINDS } from './mutations/kinds.mjs';
import { knownNames } from './mutations/known-names.mjs';
import { missed, printShown, printTable } from './mutations/report.mjs';

const { values: options } = parseArgs({
  options: {
    policies: { type: 'string' },
    cases: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', default: '' },
    infer: { type: 'boolean' },
    show: { type: 'string' },
    strict: { type: 'boolean' },
  },
});

const engine = await loadEngine();
const policies = basePolicies(engine, { file: options.policies, isTypeInferred: options.infer });
const known = knownNames(engine);
const kinds = KINDS.filter(({ name, group }) => `${group} ${name}`.includes(options.kind));
const rows = kinds.map((kind) => {
  const drawing = { count: Number(options.cases), seed: Number(options.seed) };
  const { cases, stillValid } = casesOf(kind, policies, known, drawing);
  return {
    ...kind,
    stillValid,
    results: cases.map(({ policy, damaged }) => ({ policy, damaged, ...judge(engine, policy, damaged) })),
  };
});
if (options.show) printShown(rows, options.show);
printTable(rows, policies.length);
const failures = [
  ...missed(rows),
  ...[...engine.thrown].map(([id, error]) => `The rule ${id} threw: ${error}`),
];
for (const failure of failures) console.log(failure);
if (options.strict && failures.length > 0) process.exitCode = 1;
