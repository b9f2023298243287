/**
 * Damerau–Levenshtein distance (optimal string alignment) of two short names; a swap of neighbours counts one.
 *
 * Stops early and returns `limit + 1` when the distance exceeds `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, at(beforeLast, j - 2) + 1);
      }
      row.push(value);
      best = Math.min(best, value);
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

/**
 * The candidates that a person may have meant by `name`, closest first, at most `count`; case counts nothing.
 *
 * A candidate qualifies within a third of the longer length (at least 1, at most 4 edits). Ties keep a common
 * beginning first, then the order given.
 */
export function closest(name: string, candidates: Iterable<string>, count = 3): readonly string[] {
  const wanted = name.toLowerCase();
  const found: { candidate: string; distance: number; shared: number }[] = [];
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const limit = Math.max(1, Math.min(4, Math.floor(Math.max(wanted.length, other.length) / 3)));
    const distance = editDistance(wanted, other, limit);
    if (distance <= limit) found.push({ candidate, distance, shared: commonPrefix(wanted, other) });
  }
  found.sort((a, b) => a.distance - b.distance || b.shared - a.shared);
  return found.slice(0, count).map(({ candidate }) => candidate);
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
