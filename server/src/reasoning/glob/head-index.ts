import { type Glob, isWildcard } from './glob.ts';

/**
 * Finds among many patterns the few that may contain another one, without looking at the rest: what a pattern says
 * before its first wildcard must be the beginning of whatever it contains.
 */
export interface HeadIndex<T> {
  add(glob: Glob, value: T): void;
  /** The values of all patterns that contain this one, perhaps with some that do not; in no order. */
  candidates(glob: Glob): readonly T[];
}

export function headIndex<T>(): HeadIndex<T> {
  const literals = new Map<string, T[]>();
  const heads = new Map<string, T[]>();
  const lengths = new Set<number>();
  return {
    add(glob, value) {
      const { head, isLiteral } = headOf(glob);
      if (!isLiteral) lengths.add(head.length);
      const group = isLiteral ? literals : heads;
      const known = group.get(head);
      if (known) known.push(value);
      else group.set(head, [value]);
    },
    candidates(glob) {
      const { head, isLiteral } = headOf(glob);
      const found = isLiteral ? [...(literals.get(head) ?? [])] : [];
      for (const length of lengths) {
        if (length <= head.length) found.push(...(heads.get(head.slice(0, length)) ?? []));
      }
      return found;
    },
  };
}

function headOf({ tokens }: Glob): { readonly head: string; readonly isLiteral: boolean } {
  const end = tokens.findIndex(isWildcard);
  return { head: (end < 0 ? tokens : tokens.slice(0, end)).join(''), isLiteral: end < 0 };
}
