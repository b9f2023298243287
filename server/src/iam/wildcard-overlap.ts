import { matchesWildcard } from './wildcard.ts';

/**
 * Whether some text matches both patterns (`*` any characters, `?` one). Case-sensitive; at worst as many steps as
 * the product of the lengths. A pattern may be given as tokens, each of which counts as one character.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function wildcardsOverlap(a: Tokens, b: Tokens): boolean {
  if (typeof a === 'string' && typeof b === 'string') {
    // Nearly all that is compared ends here.
    if (a === '*' || b === '*') return true;
    if (!hasWildcard(b)) return matchesWildcard(a, b);
    if (!hasWildcard(a)) return matchesWildcard(b, a);
  }
  let start = 0;
  while (start < a.length && start < b.length && !isStar(a[start]) && !isStar(b[start])) {
    if (!isCompatible(a[start], b[start])) return false;
    start++;
  }
  let cut = 0;
  while (cut < Math.min(a.length, b.length) - start && !isStar(a.at(-1 - cut)) && !isStar(b.at(-1 - cut))) {
    if (!isCompatible(a.at(-1 - cut), b.at(-1 - cut))) return false;
    cut++;
  }
  const [restA, restB] = [a.slice(start, a.length - cut), b.slice(start, b.length - cut)];
  return isOneStar(restA) || isOneStar(restB) || overlap(restA, restB);
}

const hasWildcard = (text: string): boolean => text.includes('*') || text.includes('?');

const isOneStar = (tokens: Tokens): boolean => tokens.length === 1 && isStar(tokens[0]);

type Tokens = string | readonly string[];

/** Row i, column j: a text exists that the first i tokens of `a` and the first j of `b` both match. */
function overlap(a: Tokens, b: Tokens): boolean {
  let above: readonly boolean[] = [];
  for (let i = 0; i <= a.length; i++) {
    const row: boolean[] = [];
    for (let j = 0; j <= b.length; j++) {
      const [x, y] = [a[i - 1], b[j - 1]];
      const isReached =
        (i === 0 && j === 0) ||
        (i > 0 && above[j] === true && (isStar(x) || isStar(y))) ||
        (j > 0 && row[j - 1] === true && (isStar(x) || isStar(y))) ||
        (i > 0 && j > 0 && above[j - 1] === true && isCompatible(x, y));
      row.push(isReached);
    }
    above = row;
  }
  return above[b.length] === true;
}

const isStar = (char: string | undefined): boolean => char === '*';

const isCompatible = (x: string | undefined, y: string | undefined): boolean =>
  x === y || x === '?' || y === '?' || isStar(x) || isStar(y);
