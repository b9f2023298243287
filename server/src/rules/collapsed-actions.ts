import type { TextEdit } from '../base/text-edit.ts';
import { expandActionPattern } from '../catalogue/action-pattern.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { fewestPatterns } from '../catalogue/fewest-patterns.ts';
import { accessLevelOf } from '../catalogue/find-action.ts';
import { replaceItems } from '../policy/replace-items.ts';
import type { ActionString, Statement } from '../policy/statement.ts';
import type { StringValue } from '../policy/value.ts';

/** Fewer strings than this are read faster than patterns are. */
const MIN_STRINGS = 3;

export interface CollapseOptions {
  /** The policy is longer than it may be, which leaves no choice but to let the list grow with AWS. */
  readonly isOverQuota?: boolean;
}

/**
 * The edits that write a list of actions in the fewest patterns that match the same actions of the catalogue; undefined
 * where no shorter list does.
 *
 * A pattern also matches what AWS adds later. That is safe in a Deny; an Allow keeps the names of actions that write,
 * tag or give access, so that only reading can grow.
 */
export function collapsedActions(
  statement: Statement,
  catalogue: Catalogue,
  { isOverQuota = false }: CollapseOptions = {},
): (() => readonly TextEdit[]) | undefined {
  const element = onlyElement(statement);
  if (!element) return undefined;
  const groups = foldableGroups(statement, catalogue, isOverQuota || mayGrow(statement, element));
  // One group that gets shorter is enough to know: the rest of a long list waits until somebody wants it.
  const first = groups.findIndex((group) => isShorter(group));
  if (first < 0) return undefined;
  return () => {
    const replacements = new Map<StringValue, readonly string[]>();
    for (const group of groups.slice(first).filter(isShorter)) {
      for (const [index, { value }] of group.entries.entries()) {
        replacements.set(value, index === 0 ? group.patterns() : []);
      }
    }
    return replaceItems(statement, element, replacements) ?? [];
  };
}

/** Of `Action` and `NotAction` the one that the statement has; undefined for both or none, or while it is typed. */
export function onlyElement({ actions, isBroken }: Statement): ActionString['element'] | undefined {
  const [element, ...others] = new Set(actions.map(({ element: own }) => own));
  return isBroken || others.length > 0 ? undefined : element;
}

function isShorter({ entries, patterns }: FoldableGroup): boolean {
  return entries.length >= MIN_STRINGS && patterns().length < entries.length;
}

/** More actions later are more access where the list is what is allowed, or what a Deny spares. */
function mayGrow({ effect }: Statement, element: ActionString['element']): boolean {
  return (effect === 'Deny') === (element === 'Action');
}

/** Entries about one service, and the full names of what they match. */
interface FoldableGroup {
  readonly entries: ActionString[];
  readonly names: string[];
  /** The fewest that match the same; looked for once. */
  patterns(): readonly string[];
}

function foldableGroup(catalogue: Catalogue): FoldableGroup {
  const names: string[] = [];
  let known: readonly string[] | undefined;
  return {
    entries: [],
    names,
    patterns() {
      known ??= fewestPatterns(catalogue, names);
      return known;
    },
  };
}

function foldableGroups(
  { actions }: Statement,
  catalogue: Catalogue,
  mayAllGrow: boolean,
): readonly FoldableGroup[] {
  const groups = new Map<string, FoldableGroup>();
  for (const action of actions) {
    const matched = expandActionPattern(catalogue, action.text);
    const mayFold = mayAllGrow || matched.every((name) => isReading(catalogue, name));
    if (matched.length === 0 || !mayFold || /[*?]/.test(action.servicePrefix)) continue;
    const prefix = action.servicePrefix.toLowerCase();
    const group = groups.get(prefix) ?? foldableGroup(catalogue);
    groups.set(prefix, group);
    group.entries.push(action);
    group.names.push(...matched);
  }
  return [...groups.values()];
}

function isReading(catalogue: Catalogue, fullName: string): boolean {
  const level = accessLevelOf(catalogue, fullName);
  return level === 'Read' || level === 'List';
}
