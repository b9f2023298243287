import type { Answer, Budget } from './glob/budget.ts';
import { contains } from './glob/contains.ts';
import { type Glob, isVariable, parseGlob } from './glob/glob.ts';
import { overlaps } from './glob/overlaps.ts';

/** All texts that a list of patterns matches, or all others. */
export interface PatternSet {
  readonly globs: readonly Glob[];
  /** `NotAction` and `NotResource`: all texts but those that the patterns match. */
  readonly isNegated: boolean;
  /** False if the list has items whose text is not known here. */
  readonly isComplete: boolean;
}

/** What an element stands for that a policy of its type may leave out. */
export const EVERY_TEXT: PatternSet = { globs: [parseGlob('*')], isNegated: false, isComplete: true };

/** Whether some text is in both sets; `false` is a proof, also where items are unknown. */
export function meet(a: PatternSet, b: PatternSet, budget: Budget): Answer {
  if (a.isNegated && b.isNegated) return meetNegated(a, b, budget);
  if (a.isNegated) return meet(b, a, budget);
  if (!b.isNegated) {
    const answer = overlaps(a.globs, b.globs, budget);
    return answer === true || (a.isComplete && b.isComplete) ? answer : 'unknown';
  }
  const isExcluded = contains(b.globs, a.globs, budget);
  if (isExcluded === false) return b.isComplete ? true : 'unknown';
  return isExcluded === true && a.isComplete ? false : 'unknown';
}

/** Whether every text of `inner` is in `outer`; `true` is a proof, also where items are unknown. */
export function covers(outer: PatternSet, inner: PatternSet, budget: Budget): Answer {
  // Where a variable has no value, a statement whose NotResource names it does not apply.
  if (outer.isNegated && outer.globs.some(({ tokens }) => tokens.some(isVariable))) return 'unknown';
  return coverage(outer, inner, budget);
}

function coverage(outer: PatternSet, inner: PatternSet, budget: Budget): Answer {
  if (!outer.isNegated && !inner.isNegated) {
    const answer = contains(outer.globs, inner.globs, budget);
    if (answer === true) return inner.isComplete || coversEverything(outer, budget);
    return outer.isComplete ? answer : 'unknown';
  }
  if (!inner.isNegated) return negation(meet(inner, { ...outer, isNegated: false }, budget));
  if (!outer.isNegated) {
    const answer = contains([...outer.globs, ...inner.globs], EVERY_TEXT.globs, budget);
    return answer === true || (outer.isComplete && inner.isComplete) ? answer : 'unknown';
  }
  const answer = contains(inner.globs, outer.globs, budget);
  if (answer === true) return outer.isComplete ? true : 'unknown';
  return inner.isComplete ? answer : 'unknown';
}

function meetNegated(a: PatternSet, b: PatternSet, budget: Budget): Answer {
  const isAllExcluded = contains([...a.globs, ...b.globs], EVERY_TEXT.globs, budget);
  if (isAllExcluded === true) return false;
  return isAllExcluded === false && a.isComplete && b.isComplete ? true : 'unknown';
}

function coversEverything(outer: PatternSet, budget: Budget): Answer {
  return contains(outer.globs, EVERY_TEXT.globs, budget) === true ? true : 'unknown';
}

const negation = (answer: Answer): Answer => (answer === 'unknown' ? answer : !answer);
