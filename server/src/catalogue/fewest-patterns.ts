import type { Catalogue } from './catalogue.ts';
import { type NameIndex, type NamePattern, nameIndex } from './name-index.ts';

/**
 * A short list of patterns and names that match exactly these actions (full names) among those of the catalogue,
 * sorted. What AWS adds later may match too. Names that the catalogue does not have are left out.
 *
 * Found greedily, by characters saved: not always the least possible, but the same for the same set.
 */
export function fewestPatterns(catalogue: Catalogue, names: readonly string[]): readonly string[] {
  const prefixes = new Set(names.map((name) => name.slice(0, name.indexOf(':')).toLowerCase()));
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return [...prefixes].sort().flatMap((prefix) => {
    const all = catalogue.service(prefix)?.actionNames() ?? [];
    const isWanted = (name: string): boolean => wanted.has(`${prefix}:${name.toLowerCase()}`);
    return fewest(
      all.filter(isWanted),
      all.filter((name) => !isWanted(name)),
    ).map((pattern) => `${prefix}:${pattern}`);
  });
}

interface Candidate {
  readonly text: string;
  /** Indexes of the names that it matches. */
  readonly names: readonly number[];
  readonly stars: number;
}

function fewest(names: readonly string[], others: readonly string[]): readonly string[] {
  if (names.length < 2) return names;
  if (others.length === 0) return ['*'];
  const left = new Set(names.keys());
  const chosen: Candidate[] = [];
  let candidates = candidatesFor(names, nameIndex(others.map(lower)));
  while (candidates.length > 0) {
    const scored = candidates.map((candidate) => ({ candidate, score: score(candidate, left, names) }));
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
    if (best.score <= 0) break;
    chosen.push(best.candidate);
    for (const index of best.candidate.names) left.delete(index);
    candidates = scored.filter((entry) => entry.score > 0 && entry !== best).map((entry) => entry.candidate);
  }
  const texts = withoutSuperfluous(chosen).map(({ text }) => text);
  return [...texts, ...[...left].map((index) => names[index] as string)].sort();
}

/** Characters and entries that a pattern saves among the names that are left; a second star reads worse. */
function score(
  { text, names: matched, stars }: Candidate,
  left: ReadonlySet<number>,
  names: readonly string[],
): number {
  let count = 0;
  let saved = -text.length;
  for (const index of matched) {
    if (!left.has(index)) continue;
    count++;
    saved += (names[index] as string).length + ENTRY;
  }
  return count < 2 ? 0 : saved / (1 + (stars - 1) * SECOND_STAR);
}

/** Quotes, comma and space of a list entry, and the prefix of a short service. */
const ENTRY = 6;
const SECOND_STAR = 0.25;

/** Later choices may have covered all that an earlier one was made for. */
function withoutSuperfluous(chosen: readonly Candidate[]): readonly Candidate[] {
  const uses = new Map<number, number>();
  for (const { names } of chosen) for (const index of names) uses.set(index, (uses.get(index) ?? 0) + 1);
  return chosen.filter(({ names }) => {
    if (!names.every((index) => (uses.get(index) ?? 0) > 1)) return true;
    for (const index of names) uses.set(index, (uses.get(index) ?? 0) - 1);
    return false;
  });
}

/** Patterns made of the words of a name, each of which matches at least two of the names and none of the others. */
function candidatesFor(names: readonly string[], others: NameIndex): readonly Candidate[] {
  const index = nameIndex(names.map(lower));
  const known = new Map<string, boolean>();
  const candidates: Candidate[] = [];

  function isPossible(text: string, pattern: NamePattern): boolean {
    const key = text.toLowerCase();
    let answer = known.get(key);
    if (answer === undefined) {
      answer = others.matchesNone(pattern);
      known.set(key, answer);
      const matched = answer ? index.matches(pattern) : [];
      if (matched.length > 1) candidates.push({ text, names: matched, stars: text.split('*').length - 1 });
    }
    return answer;
  }

  for (const name of names) {
    const words = wordsOf(name);
    const part = (from: number, to?: number): string => words.slice(from, to).join('');
    for (let i = 1; i <= words.length; i++) {
      const start = part(0, i);
      if (isPossible(`${start}*`, { kind: 'start', start: lower(start) })) break;
      for (let j = i; j < words.length; j++) {
        const end = part(j);
        isPossible(`${start}*${end}`, { kind: 'ends', start: lower(start), end: lower(end) });
      }
    }
    for (let i = 1; i < words.length; i++) {
      const end = part(i);
      isPossible(`*${end}`, { kind: 'end', end: lower(end) });
      for (let j = i + 1; j < words.length; j++) {
        const middle = part(i, j);
        isPossible(`*${middle}*`, { kind: 'middle', middle: lower(middle) });
      }
    }
  }
  return candidates;
}

/** `GetBucketACLv2` → `Get`, `Bucket`, `ACL`, `v2`. */
function wordsOf(name: string): readonly string[] {
  return name.match(/[A-Z]+(?![a-z])|[A-Z][a-z\d]*|[a-z\d]+|[^A-Za-z\d]+/g) ?? [name];
}

const lower = (text: string): string => text.toLowerCase();
