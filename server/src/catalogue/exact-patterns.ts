import { matchesWildcard } from '../iam/wildcard.ts';
import type { Catalogue } from './catalogue.ts';

/** More names than this are folded into patterns. */
const READABLE = 40;

/**
 * A short way to write a set of actions (full names), sorted: the names themselves, or, where they are many,
 * patterns such as `s3:Get*` for groups that begin alike. A pattern is used only if every action of the catalogue
 * that it matches is wanted and `within`, a pattern itself, matches all that it can ever match.
 */
export function exactPatterns(
  catalogue: Catalogue,
  names: readonly string[],
  within: string,
): readonly string[] {
  if (names.length <= READABLE) return [...names].sort();
  const wanted = new Set(names);
  const patterns = new Set<string>();
  for (const prefix of new Set(names.map(prefixOf))) {
    const all = (catalogue.service(prefix)?.actionNames() ?? []).map((name) => `${prefix}:${name}`);
    const unwanted = all.filter((name) => !wanted.has(name)).map((name) => name.toLowerCase());
    const covered = all.filter((name) => wanted.has(name));
    for (const name of covered) patterns.add(shortestPattern(name, covered, unwanted, within));
  }
  return [...patterns].sort();
}

/** The first of `s3:Get*`, `s3:GetBucket*` … that leaves out all that is unwanted; the name if it would stand alone. */
function shortestPattern(
  name: string,
  wanted: readonly string[],
  unwanted: readonly string[],
  within: string,
): string {
  for (const start of wordStarts(name)) {
    const pattern = `${start}*`;
    const key = start.toLowerCase();
    if (unwanted.some((other) => other.startsWith(key)) || !isContained(pattern, within)) continue;
    const isShared = wanted.filter((other) => other.toLowerCase().startsWith(key)).length > 1;
    return isShared ? pattern : name;
  }
  return name;
}

/** `s3:GetBucketAcl` → `s3:Get`, `s3:GetBucket`. */
function wordStarts(name: string): readonly string[] {
  const colon = name.indexOf(':');
  return [...name.matchAll(/[a-z\d](?=[A-Z])/g)]
    .filter(({ index }) => index > colon)
    .map(({ index }) => name.slice(0, index + 1));
}

/** Sound for every `outer`, as its stars are the only way to match a star. */
function isContained(inner: string, outer: string): boolean {
  return !outer.includes('?') && matchesWildcard(outer.toLowerCase(), inner.toLowerCase());
}

const prefixOf = (name: string): string => name.slice(0, name.indexOf(':'));
