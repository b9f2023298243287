import type { PolicyDocument } from '../policy/policy-document.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { type Answer, type Budget, newBudget } from './glob/budget.ts';
import { contains } from './glob/contains.ts';
import { overlaps } from './glob/overlaps.ts';
import { covers, meet, type PatternSet } from './pattern-set.ts';
import { principalOverlap } from './principal-overlap.ts';
import { actionSet, resourceReader } from './statement-sets.ts';

/** How far a Deny reaches into an Allow of the same policy. */
export interface Reach {
  /**
   * By actions, resources and principals, all proven: `none` of the requests that the Allow matches, `some`, or `all`;
   * `unknown` where it depends on variables, or on what is filled in later.
   */
  readonly extent: 'none' | 'some' | 'all' | 'unknown';
  /** Tests of the Deny, which decide about the requests within its extent. */
  readonly conditions: readonly ConditionEntry[];
  /** False only if the Deny surely has no conditions. */
  readonly isConditional: boolean;
  /** Keys that both statements test, so that the two may never hold together. */
  readonly contestedKeys: readonly string[];
  /** What the Deny takes of the Allow: patterns of actions, or of resources where it takes all actions. Perhaps empty. */
  readonly shared: readonly string[];
  /** What keeps an `unknown` extent from being known. */
  readonly unclear: readonly ComparedElement[];
}

export type ComparedElement = 'Action' | 'Resource' | 'Principal';

/**
 * Questions about one policy. They share a budget, so that asking about many statements ends in time; what is asked
 * after it is spent is `unknown`.
 */
export function reachIn(
  policy: PolicyDocument,
  budget: Budget = newBudget(MAX_STEPS),
): (deny: Statement, allow: Statement) => Reach {
  const resourcesOf = resourceReader(policy);
  return (deny, allow) => {
    const actions: Pair = [actionSet(deny), actionSet(allow)];
    const resources: Pair = [resourcesOf(deny), resourcesOf(allow)];
    const principals = principalOverlap(deny, allow);
    const unclear: ComparedElement[] = [];
    for (const [element, isMet] of [
      ['Action', () => meets(actions, budget)],
      ['Resource', () => meets(resources, budget)],
      ['Principal', () => principals.meets],
    ] as const) {
      const answer = isMet();
      if (answer === false) return NO_REACH;
      if (answer === 'unknown') unclear.push(element);
    }
    const hasAllActions = isCovered(actions, budget);
    const isAll = hasAllActions && principals.covers === true && isCovered(resources, budget);
    return {
      extent: isAll ? 'all' : unclear.length > 0 ? 'unknown' : 'some',
      conditions: deny.conditions,
      isConditional: isConditional(deny),
      contestedKeys: contestedKeys(deny, allow),
      shared: isAll ? [] : sharedPatterns(hasAllActions ? resources : actions, budget),
      unclear,
    };
  };
}

/** What the Deny and what the Allow is about; undefined where that is not readable. */
type Pair = readonly [deny: PatternSet | undefined, allow: PatternSet | undefined];

/** Enough for hundreds of statements, and still a fraction of a second. */
const MAX_STEPS = 2_000_000;

const NO_REACH: Reach = {
  extent: 'none',
  conditions: [],
  isConditional: false,
  contestedKeys: [],
  shared: [],
  unclear: [],
};

function meets([deny, allow]: Pair, budget: Budget): Answer {
  return deny && allow ? meet(deny, allow, budget) : 'unknown';
}

function isCovered([deny, allow]: Pair, budget: Budget): boolean {
  return deny !== undefined && allow !== undefined && covers(deny, allow, budget) === true;
}

function isConditional(statement: Statement): boolean {
  const member = statement.element('Condition');
  if (!member) return false;
  return member.value?.kind !== 'object' || member.value.members.length > 0;
}

function contestedKeys(deny: Statement, allow: Statement): readonly string[] {
  const tested = new Set(allow.conditions.map(({ key }) => key.text.toLowerCase()));
  const keys = deny.conditions.map(({ key }) => key.text).filter((key) => tested.has(key.toLowerCase()));
  return [...new Set(keys)];
}

/** The narrower of each two patterns of which one contains the other: what both match. */
function sharedPatterns([a, b]: Pair, budget: Budget): readonly string[] {
  if (!a || !b || a.isNegated || b.isNegated) return [];
  const shared = new Set<string>();
  for (const x of a.globs) {
    for (const y of b.globs) {
      const isShared = overlaps([x], [y], budget);
      if (isShared === false) continue;
      if (isShared === 'unknown') return [];
      if (contains([y], [x], budget) === true) shared.add(x.text);
      else if (contains([x], [y], budget) === true) shared.add(y.text);
      else return [];
    }
  }
  return [...shared];
}
