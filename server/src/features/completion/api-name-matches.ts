import { wordMatcher } from '../../base/word-match.ts';
import { actionsForApiName, apiNamesOf } from '../../iam/api-name.ts';

/** An action that is found by the name of an API operation it authorises. */
export interface ApiNameMatch {
  readonly action: string;
  readonly operation: string;
}

/** Shorter beginnings fit too many operations. */
const MIN_LETTERS = 3;

const MAX_MATCHES = 3;

/** Actions of a service for operations whose names begin as typed and are themselves no actions. */
export function apiNameMatches(servicePrefix: string, typed: string): readonly ApiNameMatch[] {
  if (typed.length < MIN_LETTERS) return [];
  const found = new Map<string, ApiNameMatch>();
  const matchOf = wordMatcher(typed);
  for (const operation of apiNamesOf(servicePrefix)) {
    if (matchOf(operation) !== 3) continue;
    for (const action of actionsForApiName(servicePrefix, operation)) {
      if (!found.has(action)) found.set(action, { action, operation });
    }
  }
  return found.size > MAX_MATCHES ? [] : [...found.values()];
}
