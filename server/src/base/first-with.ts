/** Index of the first of the sorted texts that begins so; -1 without one. Those that begin alike stand together. */
export function firstWith(sorted: readonly string[], start: string): number {
  const index = firstFrom(sorted, start);
  return sorted[index]?.startsWith(start) ? index : -1;
}

/** Index of the first of the sorted texts that does not come before `text`; their number without one. */
export function firstFrom(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
