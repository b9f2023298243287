import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { plainText } from '../../server/src/base/snippet.ts';
import { expandActionPattern } from '../../server/src/catalogue/action-pattern.ts';
import { findConditionKey } from '../../server/src/catalogue/find-condition-key.ts';
import { openCatalogue } from '../../server/src/catalogue/open-catalogue.ts';
import { policySnippet } from '../../server/src/features/snippet/template-text.ts';
import { TEMPLATES } from '../../server/src/features/snippet/templates.ts';
import { parseConditionOperator } from '../../server/src/iam/condition-operator.ts';
import { POLICY_ELEMENTS, STATEMENT_ELEMENTS } from '../../server/src/iam/element.ts';
import { principalType } from '../../server/src/iam/principal-type.ts';
import { SERVICE_PRINCIPALS } from '../../server/src/iam/service-principal.ts';
import { isDynamic } from '../../server/src/policy/placeholder.ts';
import type { ReadOptions } from '../../server/src/policy/policy-document.ts';
import { createPolicyService, type PolicyService } from '../../server/src/service.ts';

/** A way to damage a policy. */
export interface MutationKind {
  readonly name: string;
}

/** A good policy that was damaged in one place. */
export interface DamagedPolicy {
  readonly text: string;
  /** How to read it. */
  readonly options: ReadOptions;
}

export interface Mutations {
  /** With all rules, on the real data. */
  readonly service: PolicyService;
  readonly kinds: readonly MutationKind[];
  /** The same for the same seed; undefined where the kind finds nothing to damage. */
  damaged(kind: MutationKind, seed: number): DamagedPolicy | undefined;
}

/** The damage that `npm run bench:mutations` does; its modules are plain JavaScript. */
export async function loadMutations(): Promise<Mutations> {
  const { KINDS } = await load<{ KINDS: readonly MutationKind[] }>('kinds.mjs');
  const { basePolicies } = await load<{ basePolicies(engine: object): readonly object[] }>(
    'base-policies.mjs',
  );
  const { knownNames } = await load<{ knownNames(engine: object): object }>('known-names.mjs');
  const { casesOf } = await load<{ casesOf: CasesOf }>('cases.mjs');
  const catalogue = openCatalogue(readFileSync('server/data/catalogue.dat'));
  const today = '2026-11-22';
  const engine = { ...NAMES, catalogue, service: createPolicyService({ catalogue, today }) };
  const policies = basePolicies(engine);
  const known = knownNames(engine);
  return {
    service: createPolicyService({ catalogue, today, settings: { preset: 'strict' } }),
    kinds: KINDS,
    damaged(kind, seed) {
      const [found] = casesOf(kind, policies, known, { count: 1, seed }).cases;
      return found && { text: found.damaged.text, options: found.policy.options };
    },
  };
}

type CasesOf = (
  kind: MutationKind,
  policies: readonly object[],
  known: object,
  drawing: { readonly count: number; readonly seed: number },
) => {
  readonly cases: readonly {
    readonly policy: { readonly options: ReadOptions };
    readonly damaged: { readonly text: string };
  }[];
};

const NAMES = {
  TEMPLATES,
  policySnippet,
  plainText,
  isDynamic,
  POLICY_ELEMENTS,
  STATEMENT_ELEMENTS,
  SERVICE_PRINCIPALS,
  expandActionPattern,
  findConditionKey,
  parseConditionOperator,
  principalType,
};

async function load<T>(name: string): Promise<T> {
  return import(pathToFileURL(resolve('bench/mutations', name)).href);
}
