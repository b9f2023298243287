import { absorbs } from './absorbs.ts';
import type { Budget } from './budget.ts';
import { coveredTexts } from './covered-texts.ts';
import type { Glob } from './glob.ts';

/**
 * The patterns of a list that another one of it contains, by index, each with the index of that one: see
 * `coveredTexts`.
 *
 * Each is a proof, for all values of variables; what several patterns contain together, or what would take too long,
 * is not found.
 */
export function redundantPatterns(
  texts: readonly (string | undefined)[],
  parse: (text: string) => Glob,
): ReadonlyMap<number, number> {
  if (isPlainList(texts)) return NOTHING;
  const globOf = parsedOnce(parse);
  return coveredTexts(texts, (inner, outer, budget) => isAbsorbed(globOf(inner), globOf(outer), budget));
}

const NOTHING: ReadonlyMap<number, number> = new Map();

/** Without a wildcard, a variable or a repetition none contains another one, and most lists are like that. */
function isPlainList(texts: readonly (string | undefined)[]): boolean {
  return (
    new Set(texts).size === texts.length && !texts.some((text) => text !== undefined && /[*?$]/.test(text))
  );
}

/** `parse` for patterns that come several times. */
export function parsedOnce(parse: (text: string) => Glob): (text: string) => Glob {
  const parsed = new Map<string, Glob>();
  return (text) => {
    const glob = parsed.get(text) ?? parse(text);
    parsed.set(text, glob);
    return glob;
  };
}

/** Whether `outer` surely contains `inner`; not if the proof might cost more than there is. */
export function isAbsorbed(inner: Glob, outer: Glob, budget: Budget): boolean {
  return budget.steps >= inner.tokens.length * outer.tokens.length && absorbs(outer, inner, budget);
}
