import { absorbs } from './absorbs.ts';
import { type Budget, newBudget } from './budget.ts';
import type { Glob } from './glob.ts';
import { headIndex } from './head-index.ts';

/**
 * The patterns of a list that another one of it contains, by index, each with the index of that one. What is left
 * matches the same texts without them: of equal ones the first stays. Undefined items are not readable and left alone.
 *
 * Each is a proof, for all values of variables; what several patterns contain together, or what would take too long,
 * is not found.
 */
export function redundantGlobs(
  globs: readonly (Glob | undefined)[],
  budget: Budget = newBudget(MAX_STEPS),
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  if (globs.length < 2) return found;
  const index = headIndex<number>();
  globs.forEach((glob, i) => {
    if (glob) index.add(glob, i);
  });
  globs.forEach((glob, i) => {
    const outer = glob && index.candidates(glob).find((j) => isWithin([globs, i, j], budget));
    if (outer !== undefined) found.set(i, outer);
  });
  return found;
}

/** Takes a few milliseconds; a list that people write needs a hundredth of it. */
const MAX_STEPS = 300_000;

/** Whether the one at `j` makes the one at `i` superfluous. */
function isWithin(
  [globs, i, j]: readonly [readonly (Glob | undefined)[], number, number],
  budget: Budget,
): boolean {
  const [inner, outer] = [globs[i], globs[j]];
  if (i === j || !inner || !outer || budget.steps < 2 * inner.tokens.length * outer.tokens.length)
    return false;
  return absorbs(outer, inner, budget) && (j < i || !absorbs(inner, outer, budget));
}
