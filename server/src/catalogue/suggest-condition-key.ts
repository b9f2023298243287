import { editDistance } from '../base/edit-distance.ts';
import { mayBeWithin } from '../base/letter-bag.ts';
import { servicePrefixForAlias } from '../iam/service-alias.ts';
import { PREFIXES_OF_KEYS_ONLY } from './borrowed-condition-key.ts';
import type { Catalogue } from './catalogue.ts';
import { spelledByAws } from './condition-key-name.ts';
import { findConditionKey } from './find-condition-key.ts';
import { type SimilarKey, similarKeys } from './similar-condition-key.ts';

/** What may be meant by a condition key that nobody knows. */
export interface KeySuggestions {
  /** It cannot be a key that is newer than the data. */
  readonly isSlip: boolean;
  /** Ready to be written, likeliest first; computed when asked for. */
  names(): readonly string[];
}

/** For a key whose prefix some service has; `services` are the prefixes of the statement's actions. */
export function suggestKeys(
  written: string,
  catalogue: Catalogue,
  services: readonly string[],
): KeySuggestions {
  const { prefix, name } = partsOf(written);
  const own = similarKeys(written, prefix, catalogue);
  const elsewhere = known(
    ['aws', ...services].map((other) => `${other}:${name}`),
    catalogue,
  );
  return {
    isSlip: elsewhere.length > 0 || own.some(({ isSlip }) => isSlip),
    names: () =>
      distinct([
        ...own.filter(({ distance }) => distance === 1).map((key) => key.name),
        ...elsewhere,
        ...ofNearPrefixes(written, catalogue).map((key) => key.name),
        ...own.map((key) => key.name),
      ]),
  };
}

/** For a key whose prefix no service has. */
export function suggestPrefixes(
  written: string,
  catalogue: Catalogue,
  services: readonly string[],
): KeySuggestions {
  const { prefix, name } = partsOf(written);
  const alias = servicePrefixForAlias(prefix);
  const shared = known([`aws:${name}`], catalogue);
  // A key of one service is not sent by the actions of another one.
  const owners = shared.length > 0 && services.length > 1 ? [] : services;
  const elsewhere = [
    ...known(alias ? [`${alias}:${name}`] : [], catalogue),
    ...shared,
    ...known(
      owners.map((other) => `${other}:${name}`),
      catalogue,
    ),
  ];
  const near = ofNearPrefixes(written, catalogue);
  return {
    isSlip: near.length > 0 || elsewhere.length > 0 || alias !== undefined,
    names: () =>
      distinct([...near.map((key) => key.name), ...elsewhere, ...(alias ? [`${alias}:${name}`] : [])]),
  };
}

/** For a text without a colon, or without anything on one side of it. */
export function suggestColon(
  written: string,
  catalogue: Catalogue,
  services: readonly string[],
): readonly string[] {
  const [, before = '', after = ''] = /^\s*([\w-]+)[^\w-]+(.+?)\s*$/.exec(written) ?? [];
  const bare = written.replace(/^[^\w]+|[\s:]+$/g, '');
  const lower = written.toLowerCase();
  const joined = prefixesOf(catalogue)
    .filter((prefix) => lower.startsWith(prefix))
    .sort((a, b) => b.length - a.length)
    .flatMap((prefix) => [0, 1].map((skip) => `${prefix}:${written.slice(prefix.length + skip)}`));
  const bareOwners = ['aws', ...services, 'sts'];
  const sure = known(
    [`${before}:${after}`, ...joined, ...bareOwners.map((one) => `${one}:${bare}`)],
    catalogue,
  );
  const near = bareOwners.flatMap((one) => similarKeys(`${one}:${bare}`, one, catalogue));
  return distinct([...sure, ...near.map(({ name }) => name)]);
}

function partsOf(written: string): { readonly prefix: string; readonly name: string } {
  const colon = written.indexOf(':');
  return { prefix: written.slice(0, colon), name: written.slice(colon + 1) };
}

/** Those of the keys that exist, as AWS spells them. */
function known(keys: readonly string[], catalogue: Catalogue): readonly string[] {
  return keys.flatMap((written) => {
    const key = findConditionKey(written, catalogue);
    return key ? [spelledByAws(key.name, written)] : [];
  });
}

/** Keys of services whose prefix is nearly the one that was written, closest first. */
function ofNearPrefixes(written: string, catalogue: Catalogue): readonly SimilarKey[] {
  const { prefix } = partsOf(written);
  const typed = prefix.toLowerCase();
  const most = typed.length >= LONG ? 2 : 1;
  const isNear = mayBeWithin(typed, most);
  return prefixesOf(catalogue)
    .filter((other) => other !== typed && isNear(other) && editDistance(typed, other, most) <= most)
    .flatMap((other) => similarKeys(written, other, catalogue))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || rank(b, catalogue) - rank(a, catalogue));
}

const LONG = 6;

const rank = ({ name }: SimilarKey, catalogue: Catalogue): number => catalogue.conditionUsage(name);

const prefixesOf = (catalogue: Catalogue): readonly string[] => [
  ...PREFIXES_OF_KEYS_ONLY,
  ...catalogue.servicePrefixes(),
];

/** Two spellings that differ in case only are one key. */
function distinct(names: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const name of names) if (!seen.has(name.toLowerCase())) seen.set(name.toLowerCase(), name);
  return [...seen.values()].slice(0, 4);
}
