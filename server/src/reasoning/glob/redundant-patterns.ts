import { absorbs } from './absorbs.ts';
import { type Budget, newBudget } from './budget.ts';
import type { Glob } from './glob.ts';
import { headIndex } from './head-index.ts';

/**
 * The patterns of a list that another one of it contains, by index, each with the index of that one. What is left
 * matches the same texts without them: of equal ones the first stays. Undefined items are not readable and left alone.
 *
 * Each is a proof, for all values of variables; what several patterns contain together, or what would take too long,
 * is not found. Only patterns that may contain each other are parsed.
 */
export function redundantPatterns(
  texts: readonly (string | undefined)[],
  parse: (text: string) => Glob,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const index = headIndex<number>();
  texts.forEach((text, i) => {
    if (text !== undefined) index.add(text, i);
  });
  const parsed = new Map<string, Glob>();
  const globOf = (text: string): Glob => {
    const glob = parsed.get(text) ?? parse(text);
    parsed.set(text, glob);
    return glob;
  };
  const budget = newBudget(MAX_STEPS);
  const isWithin = (inner: string, outer: string): boolean =>
    inner === outer || isAbsorbed(globOf(inner), globOf(outer), budget);
  texts.forEach((text, i) => {
    if (text === undefined) return;
    const outer = index.candidates(text).find((j) => {
      const other = texts[j] as string;
      return i !== j && isWithin(text, other) && (j < i || !isWithin(other, text));
    });
    if (outer !== undefined) found.set(i, outer);
  });
  return found;
}

/** Takes a few milliseconds; a list that people write needs a hundredth of it. */
const MAX_STEPS = 300_000;

function isAbsorbed(inner: Glob, outer: Glob, budget: Budget): boolean {
  return budget.steps >= inner.tokens.length * outer.tokens.length && absorbs(outer, inner, budget);
}
