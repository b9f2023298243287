import type { PlacedStatement, PolicyDocument } from '../policy/policy-document.ts';
import type { ActionString } from '../policy/statement.ts';
import { canonicalStatement } from './canonical-statement.ts';
import { containmentIndex, servicesOf } from './containment-index.ts';
import { type Budget, newBudget } from './glob/budget.ts';
import { covers, type PatternSet } from './pattern-set.ts';
import { principalOverlap } from './principal-overlap.ts';
import { actionSet, resourceReader } from './statement-sets.ts';

/** What Denies without conditions take of an Allow: proven for all its resources and callers. */
export interface DeniedActions {
  readonly allow: PlacedStatement;
  /** Each with a Deny that contains it. Empty for an Allow with `NotAction`. */
  readonly actions: ReadonlyMap<ActionString, PlacedStatement>;
  /** Denies that together contain all of the Allow, the first ones in the order of its actions; otherwise empty. */
  readonly whole: readonly PlacedStatement[];
}

/** The Allows of which nothing, or less than is written, is ever allowed. */
export function deniedActions(policy: PolicyDocument): readonly DeniedActions[] {
  const denies = policy.statements.filter(
    ({ statement }) => statement.effect === 'Deny' && canonicalStatement(statement)?.tests.length === 0,
  );
  if (denies.length === 0) return [];
  const resourcesOf = resourceReader(policy);
  const candidates = containmentIndex(denies);
  const budget = newBudget(MAX_STEPS);
  let pairs = 0;
  return policy.statements.flatMap((allow) => {
    if (allow.statement.effect !== 'Allow') return [];
    const near = candidates(allow, servicesOf(allow.statement));
    pairs += near.length;
    if (near.length === 0 || pairs > MAX_PAIRS || !canonicalStatement(allow.statement)) return [];
    const reaching = near.filter(
      ({ statement }) =>
        isCovered(resourcesOf(statement), resourcesOf(allow.statement), budget) &&
        principalOverlap(statement, allow.statement).covers === true,
    );
    const found = deniedBy(reaching, allow, budget);
    return found ? [found] : [];
  });
}

/** Enough for a thousand statements that have much in common; beyond that some Denies are not found. */
const MAX_PAIRS = 20_000;

/** About as much work as reading a long policy takes. */
const MAX_STEPS = 2_000_000;

function deniedBy(
  denies: readonly PlacedStatement[],
  allow: PlacedStatement,
  budget: Budget,
): DeniedActions | undefined {
  const own = actionSet(allow.statement);
  if (!own || denies.length === 0) return undefined;
  const containing = (set: PatternSet): PlacedStatement | undefined =>
    denies.find(({ statement }) => isCovered(actionSet(statement), set, budget));
  if (own.isNegated) {
    const deny = containing(own);
    return deny && { allow, actions: new Map(), whole: [deny] };
  }
  const actions = new Map<ActionString, PlacedStatement>();
  // All strings of a readable statement are in the set, in their order.
  for (const [i, action] of allow.statement.actions.entries()) {
    const deny = containing({ ...own, globs: own.globs.slice(i, i + 1) });
    if (deny) actions.set(action, deny);
  }
  if (actions.size === 0) return undefined;
  const isWhole = actions.size === allow.statement.actions.length;
  return { allow, actions, whole: isWhole ? [...new Set(actions.values())] : [] };
}

function isCovered(outer: PatternSet | undefined, inner: PatternSet | undefined, budget: Budget): boolean {
  return outer !== undefined && inner !== undefined && covers(outer, inner, budget) === true;
}
