import { matchesWildcard } from '../iam/wildcard.ts';

/**
 * Whether `written` is the condition key that the catalogue calls `name`, without regard to case: `aws:RequestTag/team`
 * is `aws:RequestTag/${TagKey}`. A placeholder stands for one or more characters.
 */
export function isConditionKeyNamed(name: string, written: string): boolean {
  return matchesWildcard(name.toLowerCase().replace(/\$\{[^}]*\}/g, '?*'), written.toLowerCase());
}
