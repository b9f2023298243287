/** Index of the first of the sorted texts that begins so; -1 without one. Those that begin alike stand together. */
export function firstWith(sorted: readonly string[], start: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(start) ? low : -1;
}
