import { memoized } from '../base/memo.ts';
import { matchesWildcard, wildcardMatcher } from '../iam/wildcard.ts';
import { isDynamic } from '../policy/placeholder.ts';
import type { PolicyDocument } from '../policy/policy-document.ts';
import type { Statement } from '../policy/statement.ts';
import { oneOrMany } from '../policy/value.ts';

/**
 * Whether some Allow of the policy matches an action (full name), whatever its resources and conditions. True wherever
 * that is not known: for statements and actions that are filled in later, or not yet typed. Remembered with the policy.
 */
export const allowsSomewhere = memoized((policy: PolicyDocument): ((fullName: string) => boolean) => {
  if (policy.isBroken || policy.strayStatements.length > 0) return () => true;
  const names = new Set<string>();
  const patterns = new Set<string>();
  const exclusions: (readonly string[])[] = [];
  for (const { statement } of policy.statements) {
    const listed = listedActions(statement);
    if (listed === 'unknown') return () => true;
    for (const name of listed.names) names.add(name);
    for (const pattern of listed.patterns) patterns.add(pattern);
    if (listed.excluded) exclusions.push(listed.excluded);
  }
  const matchers = [...patterns].map(wildcardMatcher);
  return (fullName) => {
    const name = fullName.toLowerCase();
    return (
      names.has(name) ||
      matchers.some((matches) => matches(name)) ||
      exclusions.some((texts) => !texts.some((text) => matchesWildcard(text, name)))
    );
  };
});

/** All in lower case. */
interface ListedActions {
  readonly names: readonly string[];
  readonly patterns: readonly string[];
  /** Of `NotAction`. */
  readonly excluded: readonly string[] | undefined;
}

const NOTHING: ListedActions = { names: [], patterns: [], excluded: undefined };

/** Of an Allow; a Deny allows nothing. */
const listedActions = memoized((statement: Statement): ListedActions | 'unknown' => {
  if (statement.effect === 'Deny') return NOTHING;
  const members = statement.members.filter(({ key }) => key.text === 'Action' || key.text === 'NotAction');
  const [first] = members;
  const items = oneOrMany(first?.value);
  const isKnown =
    statement.effect === 'Allow' &&
    members.length === 1 &&
    items.every((item) => item.kind === 'string' && !isDynamic(item.text));
  if (!isKnown) return 'unknown';
  const texts = statement.actions.map(({ text }) => text.toLowerCase());
  if (first?.key.text === 'NotAction') return { ...NOTHING, excluded: texts };
  const isPattern = (text: string): boolean => /[*?]/.test(text);
  return {
    names: texts.filter((text) => !isPattern(text)),
    patterns: texts.filter(isPattern),
    excluded: undefined,
  };
});
