import { editDistance } from '../base/edit-distance.ts';
import { mayBeWithin } from '../base/letter-bag.ts';
import { memoized } from '../base/memo.ts';
import { lowerCaseNames } from './action-pattern.ts';
import type { Service } from './catalogue.ts';

/** More edits than this are no slip of the keyboard. */
const MOST_EDITS = 3;

/**
 * Names of a service's actions that `name` is a misspelling of, closest first; case counts nothing.
 *
 * A name that puts words of the service together in a new way is none: it may be newer than our data. So
 * `GetObjcet` is a slip of `GetObject`, but `ListTasks` is none of `ListTags`.
 */
export function slipsOf(service: Service, name: string): readonly string[] {
  const typed = name.toLowerCase();
  const isNear = mayBeWithin(typed, MOST_EDITS);
  const found: Slip[] = [];
  for (const [index, other] of lowerCaseNames(service).entries()) {
    if (!isNear(other)) continue;
    const distance = editDistance(typed, other, MOST_EDITS);
    if (distance > MOST_EDITS) continue;
    const candidate = service.actionNames()[index] ?? other;
    const { written, meant, shared } = differingWords(typed, candidate);
    if (distance > Math.max(1, Math.floor(meant.length / 4))) continue;
    const isNewName = !isPlural(written, meant) && wordsOf(service).has(written);
    found.push({ candidate, distance, shared, isNewName });
  }
  if (found.every(({ isNewName }) => isNewName)) return [];
  found.sort((a, b) => a.distance - b.distance || b.shared - a.shared);
  return found.map(({ candidate }) => candidate);
}

interface Slip {
  readonly candidate: string;
  readonly distance: number;
  /** Characters that both names begin and end with. */
  readonly shared: number;
  readonly isNewName: boolean;
}

/** What differs between the two names, widened to whole words of the candidate; in lower case. */
function differingWords(typed: string, candidate: string) {
  const other = candidate.toLowerCase();
  const most = Math.min(typed.length, other.length);
  let start = 0;
  while (start < most && typed[start] === other[start]) start++;
  let end = 0;
  while (end < most - start && typed.at(-1 - end) === other.at(-1 - end)) end++;
  const shared = start + end;
  while (start > 0 && !beginsWord(candidate, start)) start--;
  while (end > 0 && !beginsWord(candidate, other.length - end)) end--;
  return {
    written: typed.slice(start, typed.length - end),
    meant: other.slice(start, other.length - end),
    shared,
  };
}

const beginsWord = (name: string, index: number): boolean => /[A-Z]/.test(name[index] ?? '');

const isPlural = (a: string, b: string): boolean => a === `${b}s` || b === `${a}s`;

const wordsOf = memoized(
  (service: Service): ReadonlySet<string> => new Set(service.actionNames().flatMap(wordsOfName)),
);

/** `GetBucketACL` → `get`, `bucket`, `acl`. */
export function wordsOfName(name: string): readonly string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase());
}
