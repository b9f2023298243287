import { editDistance } from '../base/edit-distance.ts';
import { mayBeWithin } from '../base/letter-bag.ts';
import { memoized } from '../base/memo.ts';
import { wordsOfName } from './action-slip.ts';
import { lendersOfPrefix } from './borrowed-condition-key.ts';
import type { Catalogue } from './catalogue.ts';

/** A key that may be meant by another one. */
export interface SimilarKey {
  /** Ready to be written: with the tag key of what was written. */
  readonly name: string;
  readonly distance: number;
  /** It cannot be anything but a misspelling: what was written puts no known words together in a new way. */
  readonly isSlip: boolean;
}

/** More edits than this are no slip of the keyboard. */
const MOST_EDITS = 3;

/** The known keys with this prefix that are close to an unknown one as written, likeliest first; case counts nothing. */
export function similarKeys(written: string, prefix: string, catalogue: Catalogue): readonly SimilarKey[] {
  const names = namesOf(catalogue)(prefix);
  const isNear = mayBeWithin(written.toLowerCase(), MOST_EDITS);
  const found: (SimilarKey & { readonly usage: number; readonly shared: number })[] = [];
  for (const name of names) {
    const parts = name.includes('${')
      ? atPlaceholder(name, written)
      : { typed: written, known: name, tail: '' };
    if (!parts || (parts.tail === '' && !isNear(name.toLowerCase()))) continue;
    const { typed, known, tail } = parts;
    const most = Math.max(1, Math.min(MOST_EDITS, Math.floor(known.length / 5)));
    const distance = editDistance(typed.toLowerCase(), known.toLowerCase(), most);
    if (distance > most) continue;
    found.push({
      name: known + tail,
      distance,
      isSlip: isSlip(typed, known, distance, names),
      usage: catalogue.conditionUsage(name),
      shared: sharedEnds(typed.toLowerCase(), known.toLowerCase()),
    });
  }
  return found.sort((a, b) => a.distance - b.distance || b.usage - a.usage || b.shared - a.shared);
}

/** Names of all keys with a prefix; of its service, of those that lend it theirs, and the global ones. */
const namesOf = memoized((catalogue: Catalogue) => {
  const known = new Map<string, readonly string[]>();
  return (prefix: string): readonly string[] => {
    const wanted = prefix.toLowerCase();
    const before = known.get(wanted);
    if (before) return before;
    const services = [wanted, ...lendersOfPrefix(wanted)].flatMap((name) => catalogue.service(name) ?? []);
    const keys = [...catalogue.globalConditionKeys(), ...services.flatMap((one) => one.conditionKeys())];
    const own = keys.map(({ name }) => name).filter((name) => name.toLowerCase().startsWith(`${wanted}:`));
    const names = [...new Set(own)];
    // What no service defines is not remembered: such prefixes are endless.
    if (names.length > 0) known.set(wanted, names);
    return names;
  };
});

/**
 * `aws:RequestTag/${TagKey}` and `aws:ReqestTag/team` up to the slash, and the tag behind it. Undefined where no tag is
 * written, or the placeholder is not at the end.
 */
function atPlaceholder(name: string, written: string) {
  const known = name.slice(0, name.indexOf('${'));
  const separator = known.at(-1) ?? '';
  if (!name.endsWith('}') || (separator !== '/' && separator !== ':')) return undefined;
  const place = written.indexOf(separator, written.indexOf(':') + 1);
  if (place >= 0) {
    const tail = written.slice(place + 1);
    return tail === '' ? undefined : { typed: written.slice(0, place + 1), known, tail };
  }
  const stem = known.slice(0, -1);
  const tail = written.slice(stem.length).replace(/^\W/, '');
  const isJoined = tail !== '' && written.toLowerCase().startsWith(stem.toLowerCase());
  return isJoined ? { typed: stem, known, tail } : undefined;
}

function isSlip(typed: string, known: string, distance: number, names: readonly string[]): boolean {
  if (distance > Math.max(1, Math.floor((known.length - known.indexOf(':')) / 6))) return false;
  const meant = wordsOfKey(known);
  const others = wordsOfKey(typed).filter((word) => !meant.includes(word));
  if (others.length === 0) return true;
  const isPlural = others.some((word) => meant.some((other) => word === `${other}s` || other === `${word}s`));
  const isKnown = (word: string): boolean => names.some((name) => wordsOfKey(name).includes(word));
  return isPlural || !others.every(isKnown);
}

const wordsOfKey = (name: string): readonly string[] => wordsOfName(name.slice(name.indexOf(':') + 1));

/** Characters that both begin and end with. */
function sharedEnds(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return start + end;
}
