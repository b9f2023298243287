import { memoized } from '../base/memo.ts';
import { matchesWildcard, wildcardMatcher } from '../iam/wildcard.ts';
import { isDynamic } from '../policy/placeholder.ts';
import type { PolicyDocument } from '../policy/policy-document.ts';
import type { Statement } from '../policy/statement.ts';
import { oneOrMany } from '../policy/value.ts';

/**
 * Whether some Allow of the policy matches an action (full name), whatever its resources and conditions. True wherever
 * that is not known: for statements and actions that are filled in later, or not yet typed.
 */
export function allowsSomewhere(policy: PolicyDocument): (fullName: string) => boolean {
  if (policy.isBroken || policy.strayStatements.length > 0) return () => true;
  const literals = new Set<string>();
  const matchers: ((fullName: string) => boolean)[] = [];
  const patterns = new Set<string>();
  for (const { statement } of policy.statements) {
    const listed = listedActions(statement);
    if (listed === 'unknown') return () => true;
    if (listed.isNegated) matchers.push((name) => !listed.texts.some((text) => matchesWildcard(text, name)));
    else for (const text of listed.texts) (/[*?]/.test(text) ? patterns : literals).add(text);
  }
  for (const pattern of patterns) matchers.push(wildcardMatcher(pattern));
  return (fullName) => {
    const name = fullName.toLowerCase();
    return literals.has(name) || matchers.some((matches) => matches(name));
  };
}

interface ListedActions {
  /** In lower case. */
  readonly texts: readonly string[];
  readonly isNegated: boolean;
}

const NOTHING: ListedActions = { texts: [], isNegated: false };

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
  return { texts, isNegated: first?.key.text === 'NotAction' };
});
