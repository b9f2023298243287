import { matchesWildcard } from '../iam/wildcard.ts';
import type { Catalogue, Service } from './catalogue.ts';
import { wantedMatches } from './name-index.ts';

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
  const byPrefix = new Map<string, string[]>();
  for (const name of names) {
    const prefix = prefixOf(name);
    const own = byPrefix.get(prefix);
    if (own) own.push(name);
    else byPrefix.set(prefix, [name]);
  }
  const patterns = new Set<string>();
  for (const [prefix, own] of byPrefix) {
    const service = catalogue.service(prefix);
    const judge = service && judgeOf(service, own, within);
    if (judge) for (const name of own) patterns.add(shortestPattern(name, judge));
  }
  return [...withoutCovered([...patterns])].sort();
}

/** Without names and patterns that begin as a pattern of the list does. */
function withoutCovered(texts: readonly string[]): readonly string[] {
  const start = (text: string): string => text.replace('*', '').toLowerCase();
  const order = (a: string, b: string): number =>
    start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : b.length - a.length;
  let last: string | undefined;
  return [...texts].sort(order).filter((text) => {
    if (last !== undefined && start(text).startsWith(last)) return false;
    if (text.endsWith('*')) last = start(text);
    return true;
  });
}

/** What a pattern of this beginning and a `*` matches: only what is wanted, and then one name or several. */
type Judge = (start: string) => 'too much' | 'one' | 'several';

/** Many names share their beginnings: remembered. */
function judgeOf(service: Service, names: readonly string[], within: string): Judge {
  const known = new Map<string, ReturnType<Judge>>();
  const matches = wantedMatches(service);
  const wanted = new Set(
    names.flatMap((name) => service.positionOf(name.slice(service.prefix.length + 1)) ?? []),
  );
  const judge: Judge = (start) => {
    const key = start.slice(service.prefix.length + 1).toLowerCase();
    const matched = matches({ kind: 'start', start: key }, wanted);
    if (!matched || !isContained(`${start}*`, within)) return 'too much';
    return matched.length > 1 ? 'several' : 'one';
  };
  return (start) => {
    const verdict = known.get(start) ?? judge(start);
    known.set(start, verdict);
    return verdict;
  };
}

/** The first of `s3:Get*`, `s3:GetBucket*` … that leaves out all that is unwanted; the name if it would stand alone. */
function shortestPattern(name: string, judge: Judge): string {
  for (const start of wordStarts(name)) {
    const verdict = judge(start);
    if (verdict !== 'too much') return verdict === 'several' ? `${start}*` : name;
  }
  return name;
}

/** `s3:GetBucketAcl` → `s3:Get`, `s3:GetBucket`. */
function* wordStarts(name: string): Generator<string> {
  const colon = name.indexOf(':');
  for (const { index } of name.matchAll(/[a-z\d](?=[A-Z])/g)) {
    if (index > colon) yield name.slice(0, index + 1);
  }
}

/** Sound for every `outer`, as its stars are the only way to match a star. */
function isContained(inner: string, outer: string): boolean {
  return !outer.includes('?') && matchesWildcard(outer.toLowerCase(), inner.toLowerCase());
}

const prefixOf = (name: string): string => name.slice(0, name.indexOf(':'));
