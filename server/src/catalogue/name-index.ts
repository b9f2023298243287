import { firstFrom } from '../base/first-with.ts';
import { memoized } from '../base/memo.ts';
import { lowerCaseNames } from './action-pattern.ts';
import type { Service } from './catalogue.ts';

/** A pattern with one or two stars, by what stands around them; all in lower case. */
export type NamePattern =
  | { readonly kind: 'start'; readonly start: string }
  | { readonly kind: 'end'; readonly end: string }
  | { readonly kind: 'ends'; readonly start: string; readonly end: string }
  | { readonly kind: 'middle'; readonly middle: string };

/**
 * Places in `actionNames()` of what a pattern matches; undefined if one of them is not `wanted`, which is known sooner
 * than all of them.
 */
export type WantedMatches = (
  pattern: NamePattern,
  wanted: ReadonlySet<number>,
) => readonly number[] | undefined;

/** Made once per service: sorting its names takes longer than all that is asked about them for one policy. */
export const wantedMatches = memoized((service: Service): WantedMatches => {
  const names = lowerCaseNames(service);
  const forward = sortedBy(names, (name) => name);
  const backward = sortedBy(names, reversed);
  const inOrder = [...names.keys()];

  return (pattern, wanted) => {
    switch (pattern.kind) {
      case 'start':
        return allWanted(wanted, forward.indexes, ...beginningWith(forward.keys, pattern.start));
      case 'end':
        return allWanted(wanted, backward.indexes, ...beginningWith(backward.keys, reversed(pattern.end)));
      case 'ends': {
        const { start, end } = pattern;
        const isMatch = (index: number): boolean => {
          const name = names[index] as string;
          return name.length >= start.length + end.length && name.endsWith(end);
        };
        const [from, to] = beginningWith(forward.keys, start);
        return allWanted(wanted, forward.indexes, from, to, isMatch);
      }
      case 'middle': {
        const isMatch = (index: number): boolean => (names[index] as string).includes(pattern.middle);
        return allWanted(wanted, inOrder, 0, names.length, isMatch);
      }
    }
  };
});

function allWanted(
  wanted: ReadonlySet<number>,
  indexes: readonly number[],
  from: number,
  to: number,
  isMatch: (index: number) => boolean = () => true,
): readonly number[] | undefined {
  const matched: number[] = [];
  for (let i = from; i < to; i++) {
    const index = indexes[i] as number;
    if (!isMatch(index)) continue;
    if (!wanted.has(index)) return undefined;
    matched.push(index);
  }
  return matched;
}

/** From the first of the sorted keys that begins so to after the last. */
function beginningWith(keys: readonly string[], start: string): readonly [from: number, to: number] {
  return [firstFrom(keys, start), firstFrom(keys, `${start}\uffff`)];
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

const reversed = (text: string): string => {
  let result = '';
  for (let i = text.length - 1; i >= 0; i--) result += text[i];
  return result;
};
