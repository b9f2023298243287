import type { Catalogue, Service } from './catalogue.ts';
import { type NamePattern, wantedMatches } from './name-index.ts';

/**
 * A short list of patterns and names that match exactly these actions (full names) among those of the catalogue,
 * sorted. What AWS adds later may match too. Names that the catalogue does not have are left out.
 *
 * Found greedily, by characters saved: not always the least possible, but the same for the same set.
 */
export function fewestPatterns(catalogue: Catalogue, names: readonly string[]): readonly string[] {
  const byPrefix = new Map<string, Set<number>>();
  for (const name of names) {
    const colon = name.indexOf(':');
    const prefix = name.slice(0, colon).toLowerCase();
    const index = catalogue.service(prefix)?.positionOf(name.slice(colon + 1));
    if (index !== undefined) byPrefix.set(prefix, (byPrefix.get(prefix) ?? new Set()).add(index));
  }
  return [...byPrefix.keys()].sort().flatMap((prefix) => {
    const service = catalogue.service(prefix);
    const wanted = byPrefix.get(prefix);
    return service && wanted ? fewest(service, wanted).map((pattern) => `${prefix}:${pattern}`) : [];
  });
}

interface Candidate {
  readonly text: string;
  /** Places in `actionNames()` of the names that it matches. */
  readonly names: readonly number[];
  readonly stars: number;
}

function fewest(service: Service, wanted: ReadonlySet<number>): readonly string[] {
  const all = service.actionNames();
  if (wanted.size === all.length && all.length > 1) return ['*'];
  const left = new Set(wanted);
  const chosen = wanted.size < 2 ? [] : choose(candidatesFor(service, wanted), left, all);
  const texts = withoutSuperfluous(chosen).map(({ text }) => text);
  return [...texts, ...[...left].map((index) => all[index] as string)].sort();
}

/** A candidate with its score among the names that were left when it was rated: it can only fall. */
interface Rated {
  readonly candidate: Candidate;
  readonly score: number;
  readonly order: number;
}

/** One after the other the candidate that saves most; what they match is taken out of `left`. */
function choose(
  candidates: readonly Candidate[],
  left: Set<number>,
  all: readonly string[],
): readonly Candidate[] {
  const chosen: Candidate[] = [];
  const queue = candidates
    .map((candidate, order): Rated => ({ candidate, score: score(candidate, left, all), order }))
    .sort(bestLast);
  for (let next = queue.pop(); next && next.score > 0; next = queue.pop()) {
    const now = score(next.candidate, left, all);
    if (now < next.score) {
      insert(queue, { ...next, score: now });
      continue;
    }
    chosen.push(next.candidate);
    for (const index of next.candidate.names) left.delete(index);
  }
  return chosen;
}

const bestLast = (a: Rated, b: Rated): number => a.score - b.score || b.order - a.order;

function insert(sorted: Rated[], rated: Rated): void {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bestLast(sorted[middle] as Rated, rated) < 0) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, rated);
}

/** Characters and entries that a pattern saves among the names that are left; a second star reads worse. */
function score(
  { text, names: matched, stars }: Candidate,
  left: ReadonlySet<number>,
  all: readonly string[],
): number {
  let count = 0;
  let saved = -text.length;
  for (const index of matched) {
    if (!left.has(index)) continue;
    count++;
    saved += (all[index] as string).length + ENTRY;
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
function candidatesFor(service: Service, wanted: ReadonlySet<number>): readonly Candidate[] {
  const matches = wantedMatches(service);
  const names = service.actionNames().filter((_, index) => wanted.has(index));
  const known = new Map<string, boolean>();
  const candidates: Candidate[] = [];

  /** `text` as it would be written, and in lower case. */
  function isPossible(key: string, pattern: NamePattern, text: () => string): boolean {
    const before = known.get(key);
    if (before !== undefined) return before;
    const matched = matches(pattern, wanted);
    known.set(key, matched !== undefined);
    if (matched && matched.length > 1) {
      candidates.push({ text: text(), names: matched, stars: key.split('*').length - 1 });
    }
    return matched !== undefined;
  }

  for (const name of names) {
    const lower = name.toLowerCase();
    const ends = wordEnds(name);
    const last = ends.length - 1;
    const at = (index: number): number => ends[index] as number;
    for (let i = 0; i <= last; i++) {
      const start = lower.slice(0, at(i));
      if (isPossible(`${start}*`, { kind: 'start', start }, () => `${name.slice(0, at(i))}*`)) break;
      for (let j = i; j < last; j++) {
        const end = lower.slice(at(j));
        const text = (): string => `${name.slice(0, at(i))}*${name.slice(at(j))}`;
        isPossible(`${start}*${end}`, { kind: 'ends', start, end }, text);
      }
    }
    for (let i = 0; i < last; i++) {
      const end = lower.slice(at(i));
      isPossible(`*${end}`, { kind: 'end', end }, () => `*${name.slice(at(i))}`);
      for (let j = i + 1; j < last; j++) {
        const middle = lower.slice(at(i), at(j));
        isPossible(`*${middle}*`, { kind: 'middle', middle }, () => `*${name.slice(at(i), at(j))}*`);
      }
    }
  }
  return candidates;
}

/** Where the words of a name end: `Get`, `Bucket`, `ACL`, `v2` in `GetBucketACLv2`. */
function wordEnds(name: string): readonly number[] {
  const ends = [...name.matchAll(/[A-Z]+(?![a-z])|[A-Z][a-z\d]*|[a-z\d]+|[^A-Za-z\d]+/g)].map(
    ({ index, 0: word }) => index + word.length,
  );
  return ends.length > 0 ? ends : [name.length];
}
