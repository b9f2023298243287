/**
 * Finds among many patterns the few that may contain another one, without looking at the rest: what a pattern says
 * before its first wildcard or variable must be the beginning of whatever it contains.
 */
export interface HeadIndex<T> {
  add(pattern: string, value: T): void;
  /** The values of all patterns that contain this one, perhaps with some that do not; in no order. */
  candidates(pattern: string): readonly T[];
}

export function headIndex<T>(): HeadIndex<T> {
  const literals = new Map<string, T[]>();
  const heads = new Map<string, T[]>();
  const lengths = new Set<number>();
  return {
    add(pattern, value) {
      const end = pattern.search(OPEN);
      const head = end < 0 ? pattern : pattern.slice(0, end);
      if (end >= 0) lengths.add(end);
      const group = end < 0 ? literals : heads;
      const known = group.get(head);
      if (known) known.push(value);
      else group.set(head, [value]);
    },
    candidates(pattern) {
      const end = pattern.search(OPEN);
      const longest = end < 0 ? pattern.length : end;
      let found: readonly T[] = end < 0 ? (literals.get(pattern) ?? []) : [];
      for (const length of lengths) {
        const own = length <= longest ? heads.get(pattern.slice(0, length)) : undefined;
        if (own) found = found.length > 0 ? [...found, ...own] : own;
      }
      return found;
    },
  };
}

/** Where a pattern stops to say which characters it wants. */
const OPEN = /[*?]|\$\{/;
