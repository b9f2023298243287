import { wildcardsOverlap } from '../../iam/wildcard-overlap.ts';
import { type Answer, type Budget, newBudget, spend, withinBudget } from './budget.ts';
import { isEntangled } from './entangled.ts';
import { folded, type Glob, isCharacter, isVariable } from './glob.ts';

/**
 * Whether some text is matched by a pattern of both lists. With variables: for some of their values. `false` is
 * therefore a proof that nothing is ever in both.
 */
export function overlaps(a: readonly Glob[], b: readonly Glob[], budget: Budget = newBudget()): Answer {
  return withinBudget(() => {
    let answer: Answer = false;
    for (const x of a) {
      for (const y of b) {
        const both = overlap(x, y, budget);
        if (both === true) return true;
        if (both === 'unknown') answer = both;
      }
    }
    return answer;
  });
}

function overlap(a: Glob, b: Glob, budget: Budget): Answer {
  const ignoresCase = a.ignoresCase || b.ignoresCase;
  const tokensOf = ({ tokens }: Glob): readonly string[] => (ignoresCase ? tokens.map(folded) : tokens);
  const [x, y] = [tokensOf(a), tokensOf(b)];
  spend(budget, 1 + Math.min(x.length, y.length));
  if (beginApart(x, y)) return false;
  spend(budget, x.length * y.length);
  const isEqual = wildcardsOverlap(x, y);
  const variables = [...x, ...y].filter(isVariable);
  if (variables.length === 0) return isEqual;
  if (!isEqual && !wildcardsOverlap(x.map(anything), y.map(anything))) return false;
  if (isEntangled([a, b])) return 'unknown';
  return isEqual || new Set(variables).size === variables.length ? true : 'unknown';
}

/** Most pairs of ARNs, for the price of a comparison. */
function beginApart(x: readonly string[], y: readonly string[]): boolean {
  for (let i = 0; i < x.length && i < y.length; i++) {
    const [a, b] = [x[i] as string, y[i] as string];
    if (!isCharacter(a) || !isCharacter(b)) return false;
    if (a !== b) return true;
  }
  return false;
}

const anything = (token: string): string => (isVariable(token) ? '*' : token);
