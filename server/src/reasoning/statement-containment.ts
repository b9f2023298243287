import { memoized } from '../base/memo.ts';
import { matchesWildcard } from '../iam/wildcard.ts';
import type { PlacedStatement, PolicyDocument } from '../policy/policy-document.ts';
import type { Statement } from '../policy/statement.ts';
import { type CanonicalStatement, canonicalStatement, sameStatementKey } from './canonical-statement.ts';
import { containmentIndex } from './containment-index.ts';
import { type Budget, newBudget } from './glob/budget.ts';
import { covers, type PatternSet } from './pattern-set.ts';
import { principalOverlap } from './principal-overlap.ts';
import { actionSet, resourceReader } from './statement-sets.ts';
import { areWeaker } from './weaker-tests.ts';

/** A statement, and another one of its policy that matches every request that it matches. */
export interface Containment {
  readonly inner: PlacedStatement;
  readonly outer: PlacedStatement;
}

/**
 * Statements that another one with the same Effect contains, each once; not those that say the same in other words. Of
 * statements that contain each other the first stays, so that the same requests are allowed and denied without all that
 * are found.
 */
export function containedStatements(policy: PolicyDocument): readonly Containment[] {
  return policy.statements.length < 2 ? [] : [...contained(policy)];
}

function* contained(policy: PolicyDocument): Generator<Containment> {
  const resourcesOf = resourceReader(policy);
  const candidates = containmentIndex(policy.statements);
  const budget = newBudget(MAX_STEPS);
  let pairs = 0;
  for (const inner of policy.statements) {
    for (const outer of candidates(inner)) {
      if (++pairs > MAX_PAIRS) return;
      if (!contains(outer.statement, inner.statement)) continue;
      if (inner.index < outer.index && contains(inner.statement, outer.statement)) continue;
      yield { inner, outer };
      break;
    }
  }

  function contains(outer: Statement, inner: Statement): boolean {
    if (outer.effect !== inner.effect || lacksAction(outer, inner)) return false;
    const [a, b] = [canonicalStatement(outer), canonicalStatement(inner)];
    return (
      a !== undefined &&
      b !== undefined &&
      areWeaker(a.tests, b.tests) &&
      sameStatementKey(outer) !== sameStatementKey(inner) &&
      callersContain([outer, a], [inner, b]) &&
      isCovered(actionSet(outer), actionSet(inner), budget) &&
      isCovered(resourcesOf(outer), resourcesOf(inner), budget)
    );
  }
}

/** Told by one action that is written out: most statements about one service list different actions. */
function lacksAction(outer: Statement, inner: Statement): boolean {
  const { first } = actionTexts(inner);
  if (first === undefined || inner.element('NotAction') || outer.element('NotAction')) return false;
  const { literal, patterns } = actionTexts(outer);
  return !literal.has(first) && !patterns.some((pattern) => matchesWildcard(pattern, first));
}

/** In lower case; looked at once, as a statement may be compared with a thousand others. */
const actionTexts = memoized(({ actions }: Statement) => {
  const textsOf = (areWanted: (isPattern: boolean) => boolean): readonly string[] =>
    actions.filter(({ isPattern }) => areWanted(isPattern)).map(({ text }) => text.toLowerCase());
  const literal = new Set(textsOf((isPattern) => !isPattern));
  const [first] = literal;
  return { first, literal, patterns: textsOf((isPattern) => isPattern) };
});

/** Enough for a thousand statements that have much in common; beyond that some containments are not found. */
const MAX_PAIRS = 20_000;

/** About as much work as reading a long policy takes. */
const MAX_STEPS = 2_000_000;

function isCovered(outer: PatternSet | undefined, inner: PatternSet | undefined, budget: Budget): boolean {
  return outer !== undefined && inner !== undefined && covers(outer, inner, budget) === true;
}

/**
 * Whether the same access is left without the callers of `inner`. To be named is sometimes more than to be among those
 * meant: permissions boundaries and session policies limit a role whose session, named itself, they would not limit.
 */
function callersContain([statement, outer]: Side, [other, inner]: Side): boolean {
  if (outer.principal === inner.principal) return true;
  if (outer.callers.length === 0 || inner.callers.length === 0) return false;
  if (outer.effect === 'Deny') {
    return principalOverlap(statement, other).covers === true;
  }
  if (outer.callers.some(isEveryone)) return inner.callers.every((name) => /^(?:AWS)? /.test(name));
  return inner.callers.every((name) => outer.callers.includes(name));
}

type Side = readonly [statement: Statement, canonical: CanonicalStatement];

const isEveryone = (name: string): boolean => name === ' *' || name === 'AWS *';
