import type { Catalogue } from './catalogue/catalogue.ts';
import type { PolicyFile } from './policy/policy-document.ts';
import { type ReadOptions, readPolicies } from './policy/read-policies.ts';
import { RULES } from './rules/registry.generated.ts';
import type { Rule, Severity } from './rules/rule.ts';
import { createChecker, type LocatedFinding } from './rules/run-rules.ts';

export interface ServiceOptions {
  readonly catalogue: Catalogue;
  readonly severities?: ReadonlyMap<string, Severity | 'off'>;
  readonly onRuleError?: (rule: Rule, error: unknown) => void;
}

/** Everything Leastwise knows how to do with a text, for whichever door asks. Holds no documents. */
export interface PolicyService {
  readonly catalogue: Catalogue;
  read(text: string, options?: ReadOptions, previous?: PolicyFile): PolicyFile;
  validate(file: PolicyFile): readonly LocatedFinding[];
}

export function createPolicyService(options: ServiceOptions): PolicyService {
  const { catalogue, severities = new Map(), onRuleError = rethrow } = options;
  const validate = createChecker({ catalogue, rules: RULES, severities, onRuleError });
  return { catalogue, read: readPolicies, validate };
}

function rethrow(rule: Rule, error: unknown): never {
  throw new Error(`The rule ${rule.id} failed.`, { cause: error });
}
