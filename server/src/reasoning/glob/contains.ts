import { absorbs, isDecisive } from './absorbs.ts';
import { escapes } from './automaton.ts';
import { type Answer, type Budget, newBudget, withinBudget } from './budget.ts';
import { isEntangled } from './entangled.ts';
import { type Glob, isVariable, resolveVariables } from './glob.ts';
import { overlaps } from './overlaps.ts';

/**
 * Whether every text that a pattern of `inner` matches is matched by one of `outer`. With variables: for all of their
 * values; `false` means that there are values for which it is not so.
 */
export function contains(
  outer: readonly Glob[],
  inner: readonly Glob[],
  budget: Budget = newBudget(),
): Answer {
  let answer: Answer = true;
  for (const glob of inner) {
    const own = withinBudget(() => containsOne(outer, glob, budget));
    if (own === false) return false;
    if (own === 'unknown') answer = own;
  }
  return answer;
}

/** Whether the two lists match the same texts. */
export function equals(a: readonly Glob[], b: readonly Glob[], budget: Budget = newBudget()): Answer {
  const there = contains(a, b, budget);
  if (there === false) return false;
  const back = contains(b, a, budget);
  return back === false ? false : there === true && back;
}

function containsOne(outer: readonly Glob[], inner: Glob, budget: Budget): Answer {
  if (isCovered(outer, inner, budget)) return true;
  const all = [...outer, inner];
  if (!all.some(hasVariables)) return false;
  if (isEntangled(all)) return 'unknown';
  const isCounterexample = (value: (variable: string) => readonly string[]): boolean =>
    !isCovered(
      outer.map((glob) => resolveVariables(glob, value)),
      resolveVariables(inner, value),
      budget,
    );
  return isCounterexample(longerThan(outer)) || isCounterexample(() => []) ? false : 'unknown';
}

/** A proof if true; if false, one only without variables. */
function isCovered(outer: readonly Glob[], inner: Glob, budget: Budget): boolean {
  if (outer.some((glob) => absorbs(glob, inner, budget))) return true;
  if (isDecisive(outer, inner)) return false;
  const near = outer.filter((glob) => overlaps([glob], [inner], budget) !== false);
  return near.length > 0 && !isDecisive(near, inner) && !escapes(inner, near, budget);
}

const hasVariables = ({ tokens }: Glob): boolean => tokens.some(isVariable);

/** For each variable a value of its own, in characters that nobody writes, too long for the `?` there are. */
function longerThan(outer: readonly Glob[]): (variable: string) => readonly string[] {
  const marks = Math.max(0, ...outer.map(({ tokens }) => tokens.filter((token) => token === '?').length));
  return (variable) => Array.from({ length: marks + 1 }, (_, i) => `\\${i}${variable}`);
}
