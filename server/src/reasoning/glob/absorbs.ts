import { type Budget, spend } from './budget.ts';
import { casesOf, folded, type Glob, isVariable } from './glob.ts';

/**
 * Whether `outer` matches the canonical member of `inner`: the text in which every wildcard of `inner` has become a
 * character that no pattern names. Then only wildcards of `outer` stand where `inner` has some, so `outer` contains
 * `inner`; that is always true, and the reverse holds where `isDecisive` says so.
 */
export function absorbs(outer: Glob, inner: Glob, budget: Budget): boolean {
  const [pattern, text] = [outer.tokens, inner.tokens];
  let p = 0;
  let t = 0;
  let star = -1;
  let resumeAt = 0;

  while (t < text.length) {
    spend(budget, 1);
    if (pattern[p] === '*') {
      star = p++;
      resumeAt = t;
    } else if (p < pattern.length && accepts(outer, pattern[p] as string, inner, text[t] as string)) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resumeAt;
    } else {
      return false;
    }
  }
  return p === pattern.length || (p === pattern.length - 1 && pattern[p] === '*');
}

/**
 * Whether `inner` lies in the union of these only if one of them absorbs it. A `?` counts characters, so that several
 * patterns may cover by length what none covers alone; and so may both cases of a letter.
 */
export function isDecisive(outers: readonly Glob[], inner: Glob): boolean {
  if (outers.some(({ tokens }) => tokens.includes('?'))) return false;
  return !inner.ignoresCase || outers.every(({ ignoresCase }) => ignoresCase) || !inner.tokens.some(hasCases);
}

/** `written` stands in the outer pattern and is no star; `token` stands in the inner one. */
function accepts(outer: Glob, written: string, inner: Glob, token: string): boolean {
  if (token === '*') return false;
  if (written === '?') return !isVariable(token);
  if (token === '?') return false;
  if (written === token) return outer.ignoresCase || !inner.ignoresCase || !hasCases(token);
  return outer.ignoresCase && !inner.ignoresCase && folded(token) === written;
}

const hasCases = (token: string): boolean => isVariable(token) || casesOf(token).length > 1;
