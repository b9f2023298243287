import { memoized } from '../base/memo.ts';
import { matchesWildcard } from '../iam/wildcard.ts';
import { lendersOfPrefix } from './borrowed-condition-key.ts';
import type { Catalogue, ConditionKey, Service } from './catalogue.ts';
import { conditionKeyPattern } from './condition-key-name.ts';

/**
 * A condition key as written, tag key included: a global one, one of a service that defines keys of its prefix, or one
 * of an identity provider, all of which are those of AWS STS. Undefined for an unknown key.
 */
export function findConditionKey(written: string, catalogue: Catalogue): ConditionKey | undefined {
  const global = catalogue.globalConditionKey(written);
  if (global) return global;
  const prefix = written.slice(0, Math.max(0, written.indexOf(':')));
  for (const name of [prefix, ...lendersOfPrefix(prefix), 'sts']) {
    const service = catalogue.service(name);
    const key = service && findInService(service, written.toLowerCase());
    if (key) return key;
  }
  return undefined;
}

function findInService(service: Service, wanted: string): ConditionKey | undefined {
  const { literal, patterns } = keysOf(service);
  return literal.get(wanted) ?? patterns.find(({ pattern }) => matchesWildcard(pattern, wanted))?.key;
}

/** In lower case: most keys are found at once, only those with a placeholder have to be tried. */
const keysOf = memoized((service: Service) => {
  const keys = service.conditionKeys();
  const hasPlaceholder = ({ name }: ConditionKey): boolean => name.includes('${');
  return {
    literal: new Map(keys.filter((key) => !hasPlaceholder(key)).map((key) => [key.name.toLowerCase(), key])),
    patterns: keys.filter(hasPlaceholder).map((key) => ({ key, pattern: conditionKeyPattern(key.name) })),
  };
});
