import { type Budget, newBudget } from './budget.ts';
import { headIndex } from './head-index.ts';

/** Whether all that one pattern matches is matched by another one, which is not the same; pays from a budget. */
export type IsWithin = (inner: string, outer: string, budget: Budget) => boolean;

/**
 * The patterns of a list that another one of it covers, by index, each with the index of that one. What is left matches
 * the same without them: of equal ones the first stays. Undefined items are not readable and left alone.
 *
 * Repetitions are always found; of the others only as many as a few milliseconds allow, which is all of them in a list
 * that people write. `isWithin` is asked only about patterns that may contain each other, by how they begin.
 */
export function coveredTexts(
  texts: readonly (string | undefined)[],
  isWithin: IsWithin,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const firsts = new Map<string, number>();
  const index = headIndex<number>();
  texts.forEach((text, i) => {
    if (text === undefined) return;
    const first = firsts.get(text);
    if (first !== undefined) {
      found.set(i, first);
      return;
    }
    firsts.set(text, i);
    index.add(text, i);
  });
  const budget = newBudget(MAX_STEPS);
  for (const [text, i] of firsts) {
    if (budget.steps <= 0) break;
    const outer = index.find(text, (j) => {
      if (i === j || budget.steps-- <= 0) return false;
      const other = texts[j] as string;
      return isWithin(text, other, budget) && (j < i || !isWithin(other, text, budget));
    });
    if (outer !== undefined) found.set(i, outer);
  }
  return found;
}

/** Takes a few milliseconds; a list that people write needs a hundredth of it. */
export const MAX_STEPS = 300_000;
