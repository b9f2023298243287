import { firstWith } from '../base/first-with.ts';

/** A pattern with one or two stars, by what stands around them; all in lower case. */
export type NamePattern =
  | { readonly kind: 'start'; readonly start: string }
  | { readonly kind: 'end'; readonly end: string }
  | { readonly kind: 'ends'; readonly start: string; readonly end: string }
  | { readonly kind: 'middle'; readonly middle: string };

/** Names of one service, made to answer quickly which of them a pattern matches. */
export interface NameIndex {
  readonly size: number;
  matchesNone(pattern: NamePattern): boolean;
  /** Indexes in the list that the index was made of. */
  matches(pattern: NamePattern): readonly number[];
}

/** `names` are in lower case. */
export function nameIndex(names: readonly string[]): NameIndex {
  const forward = sortedBy(names, (name) => name);
  const backward = sortedBy(names, reversed);
  const joined = `\n${names.join('\n')}\n`;

  function* beginningWith({ keys, indexes }: Sorted, start: string): Generator<number> {
    const first = firstWith(keys, start);
    if (first < 0) return;
    for (let i = first; keys[i]?.startsWith(start); i++) yield indexes[i] as number;
  }

  function* matching(pattern: NamePattern): Generator<number> {
    switch (pattern.kind) {
      case 'start':
        yield* beginningWith(forward, pattern.start);
        break;
      case 'end':
        yield* beginningWith(backward, reversed(pattern.end));
        break;
      case 'ends':
        for (const index of beginningWith(forward, pattern.start)) {
          const name = names[index] as string;
          const isLongEnough = name.length >= pattern.start.length + pattern.end.length;
          if (isLongEnough && name.endsWith(pattern.end)) yield index;
        }
        break;
      case 'middle':
        for (const [index, name] of names.entries()) if (name.includes(pattern.middle)) yield index;
    }
  }

  return {
    size: names.length,
    matchesNone: (pattern) =>
      pattern.kind === 'middle' ? !joined.includes(pattern.middle) : matching(pattern).next().done === true,
    matches: (pattern) => [...matching(pattern)],
  };
}

interface Sorted {
  readonly keys: readonly string[];
  readonly indexes: readonly number[];
}

function sortedBy(names: readonly string[], key: (name: string) => string): Sorted {
  const entries = names.map((name, index) => ({ key: key(name), index }));
  entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return { keys: entries.map((entry) => entry.key), indexes: entries.map(({ index }) => index) };
}

const reversed = (text: string): string => text.split('').reverse().join('');
