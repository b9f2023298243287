import { recent } from '../base/recent.ts';
import { matchesWildcard } from '../iam/wildcard.ts';

/**
 * Whether `written` is the condition key that the catalogue calls `name`, without regard to case: `aws:RequestTag/team`
 * is `aws:RequestTag/${TagKey}`. A placeholder stands for one or more characters.
 */
export function isConditionKeyNamed(name: string, written: string): boolean {
  const { pattern, isLiteral } = patternOf(name);
  if (isLiteral && pattern.length !== written.length) return false;
  const wanted = written.toLowerCase();
  return isLiteral ? pattern === wanted : matchesWildcard(pattern, wanted);
}

/** The catalogue has few names, and each is looked at for every key that is written. */
const patternOf = recent(4000, (name): { readonly pattern: string; readonly isLiteral: boolean } => ({
  pattern: conditionKeyPattern(name),
  isLiteral: !name.includes('${'),
}));

/** The wildcard pattern, in lower case, of the keys that the catalogue calls `name`. */
export function conditionKeyPattern(name: string): string {
  return name.toLowerCase().replace(/\$\{[^}]*\}/g, '?*');
}

/** A key as AWS spells it, with the tag keys that were written: `AWS:requesttag/Team` is `aws:RequestTag/Team`. */
export function spelledByAws(name: string, written: string): string {
  const fixed = name.split(/\$\{[^}]*\}/);
  if (fixed.length === 1) return name;
  const pattern = fixed.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.+?)');
  const [, ...given] = new RegExp(`^${pattern}$`, 'is').exec(written) ?? [];
  return given.length === 0 ? written : fixed.map((part, index) => part + (given[index] ?? '')).join('');
}
