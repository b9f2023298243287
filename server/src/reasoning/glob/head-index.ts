/**
 * Finds among many patterns the few that may contain another one, without looking at the rest: what a pattern says
 * before its first wildcard or variable must be the beginning of whatever it contains.
 */
export interface HeadIndex<T> {
  add(pattern: string, value: T): void;
  /** The values of all patterns that contain this one, perhaps with some that do not; in no order. */
  candidates(pattern: string): readonly T[];
  /** The first of the candidates for which `test` is true; without a list of them all. */
  find(pattern: string, test: (value: T) => boolean): T | undefined;
}

export function headIndex<T>(): HeadIndex<T> {
  const literals = new Map<string, T[]>();
  const heads = new Map<string, T[]>();
  const lengths = new Set<number>();

  /** Visits groups of values until one visit says that it has found what it wants. */
  function someGroup(pattern: string, visit: (group: readonly T[]) => boolean): void {
    const end = pattern.search(OPEN);
    const longest = end < 0 ? pattern.length : end;
    const equal = end < 0 ? literals.get(pattern) : undefined;
    if (equal && visit(equal)) return;
    for (const length of lengths) {
      const own = length <= longest ? heads.get(pattern.slice(0, length)) : undefined;
      if (own && visit(own)) return;
    }
  }

  return {
    add(pattern, value) {
      const end = pattern.search(OPEN);
      const length = headLength(end);
      const head = end < 0 ? pattern : pattern.slice(0, length);
      if (end >= 0) lengths.add(length);
      const group = end < 0 ? literals : heads;
      const known = group.get(head);
      if (known) known.push(value);
      else group.set(head, [value]);
    },
    candidates(pattern) {
      let found: readonly T[] = [];
      someGroup(pattern, (group) => {
        found = found.length > 0 ? [...found, ...group] : group;
        return false;
      });
      return found;
    },
    find(pattern, test) {
      let found: T | undefined;
      someGroup(pattern, (group) => {
        found = group.find(test);
        return found !== undefined;
      });
      return found;
    },
  };
}

/** Where a pattern stops to say which characters it wants. */
const OPEN = /[*?]|\$\{/;

/** Of long beginnings only a part counts, so that there are few lengths to try. */
function headLength(end: number): number {
  return end < STEP ? end : Math.min(end - (end % STEP), LONGEST);
}

const STEP = 64;

const LONGEST = 512;
