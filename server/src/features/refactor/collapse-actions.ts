import { expandActionPattern } from '../../catalogue/action-pattern.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { fewestPatterns } from '../../catalogue/fewest-patterns.ts';
import { accessLevelOf } from '../../catalogue/find-action.ts';
import { replaceItems } from '../../policy/replace-items.ts';
import type { ActionString, Statement } from '../../policy/statement.ts';
import type { StringValue } from '../../policy/value.ts';
import { lazyFix } from '../../rules/lazy-fix.ts';
import type { Transformed } from './transformed.ts';

/** Fewer strings than this are read faster than patterns are. */
const MIN_STRINGS = 3;

export interface CollapseOptions {
  /** The policy is longer than it may be, which leaves no choice but to let the list grow with AWS. */
  readonly isOverQuota?: boolean;
}

/**
 * Write a list of actions in the fewest patterns that match the same actions of the catalogue.
 *
 * A pattern also matches what AWS adds later. That is safe in a Deny; an Allow keeps the names of actions that write,
 * tag or give access, so that only reading can grow.
 */
export function collapseActions(
  statement: Statement,
  catalogue: Catalogue,
  { isOverQuota = false }: CollapseOptions = {},
): Transformed {
  const [element, ...others] = new Set(statement.actions.map(({ element: own }) => own));
  if (statement.isBroken || !element || others.length > 0) return { whyNot: 'It has no list of actions.' };
  const { foldable, names } = foldableActions(
    statement,
    catalogue,
    isOverQuota || mayGrow(statement, element),
  );
  if (foldable.length < MIN_STRINGS) return { whyNot: 'It has too few actions that could become patterns.' };
  const patterns = fewestPatterns(catalogue, names);
  if (patterns.length >= foldable.length) return { whyNot: 'No shorter list matches the same actions.' };
  const title = `Collapse ${foldable.length} entries to ${patterns.length} that match the same ${names.length} actions (data of ${catalogue.stamp.date})`;
  return lazyFix({ title, keepsAccess: false }, () => {
    const listed = new Set(
      statement.actions.filter((own) => !foldable.includes(own)).map(({ text }) => text.toLowerCase()),
    );
    const added = patterns.filter((pattern) => !listed.has(pattern.toLowerCase()));
    const replacements = new Map<StringValue, readonly string[]>(
      foldable.map(({ value }, index) => [value, index === 0 ? added : []]),
    );
    return replaceItems(statement, element, replacements) ?? [];
  });
}

/** More actions later are more access where the list is what is allowed, or what a Deny spares. */
function mayGrow({ effect }: Statement, element: ActionString['element']): boolean {
  return (effect === 'Deny') === (element === 'Action');
}

function foldableActions({ actions }: Statement, catalogue: Catalogue, mayAllGrow: boolean) {
  const foldable: ActionString[] = [];
  const names = new Set<string>();
  for (const action of actions) {
    const matched = expandActionPattern(catalogue, action.text);
    const mayFold = mayAllGrow || matched.every((name) => isReading(catalogue, name));
    if (matched.length === 0 || !mayFold || /[*?]/.test(action.servicePrefix)) continue;
    foldable.push(action);
    for (const name of matched) names.add(name);
  }
  return { foldable, names: [...names] };
}

function isReading(catalogue: Catalogue, fullName: string): boolean {
  const level = accessLevelOf(catalogue, fullName);
  return level === 'Read' || level === 'List';
}
