import { readFileSync } from 'node:fs';
import { openCatalogue } from '../../server/src/catalogue/open-catalogue.ts';
import { type ReadOptions, readPolicies } from '../../server/src/policy/read-policies.ts';
import { elementsOf } from '../../server/src/rules/elements-of.ts';
import { RULES } from '../../server/src/rules/registry.generated.ts';
import { createChecker, type LocatedFinding } from '../../server/src/rules/run-rules.ts';

const check = createChecker({
  catalogue: openCatalogue(readFileSync('server/data/catalogue.dat')),
  rules: RULES.filter(({ isOptIn }) => !isOptIn),
  elementsOf,
  severities: new Map(),
  onRuleError: (rule, error) => {
    throw new Error(`${rule.id} failed`, { cause: error });
  },
});

/** What all rules say about a text as they are shipped, on the real data. */
export function allFindings(text: string, options?: ReadOptions): readonly LocatedFinding[] {
  return check(readPolicies(text, options));
}
