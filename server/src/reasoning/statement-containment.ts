import type { PlacedStatement, PolicyDocument } from '../policy/policy-document.ts';
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

interface Side extends CanonicalStatement {
  readonly placed: PlacedStatement;
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
  const sides = new Map(
    policy.statements.flatMap((placed): readonly [PlacedStatement, Side][] => {
      const canonical = canonicalStatement(placed.statement);
      return canonical ? [[placed, { ...canonical, placed }]] : [];
    }),
  );
  const resourcesOf = resourceReader(policy);
  const candidates = containmentIndex([...sides.keys()], resourcesOf);
  const budget = newBudget(MAX_STEPS);
  let pairs = 0;
  for (const inner of sides.values()) {
    for (const placed of candidates(inner.placed)) {
      const outer = sides.get(placed) as Side;
      if (++pairs > MAX_PAIRS) return;
      if (!contains(outer, inner)) continue;
      if (inner.placed.index < placed.index && contains(inner, outer)) continue;
      yield { inner: inner.placed, outer: placed };
      break;
    }
  }

  function contains(outer: Side, inner: Side): boolean {
    const [a, b] = [outer.placed.statement, inner.placed.statement];
    return (
      outer.effect === inner.effect &&
      sameStatementKey(a) !== sameStatementKey(b) &&
      areWeaker(outer.tests, inner.tests) &&
      callersContain(outer, inner) &&
      isCovered(actionSet(a), actionSet(b), budget) &&
      isCovered(resourcesOf(a), resourcesOf(b), budget)
    );
  }
}

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
function callersContain(outer: Side, inner: Side): boolean {
  if (outer.principal === inner.principal) return true;
  if (outer.callers.length === 0 || inner.callers.length === 0) return false;
  if (outer.effect === 'Deny') {
    return principalOverlap(outer.placed.statement, inner.placed.statement).covers === true;
  }
  if (outer.callers.some(isEveryone)) return inner.callers.every((name) => /^(?:AWS)? /.test(name));
  return inner.callers.every((name) => outer.callers.includes(name));
}

const isEveryone = (name: string): boolean => name === ' *' || name === 'AWS *';
