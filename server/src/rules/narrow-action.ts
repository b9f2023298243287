import { expandActionPattern } from '../catalogue/action-pattern.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { exactPatterns } from '../catalogue/exact-patterns.ts';
import { replaceItem } from '../policy/replace-item.ts';
import type { ActionString, Statement } from '../policy/statement.ts';
import { accessLevelChoices } from './access-level-choices.ts';
import type { Fix } from './rule.ts';

/** A managed policy may have no more; a choice that leaves no room for anything else is none. */
const MAX_CHARACTERS = 6144;

/**
 * Fixes that replace an action with wildcards by those of its actions that have certain access levels: names, or
 * patterns that match nothing else today. Names that stand in the list already are not repeated. None for a wildcard
 * over several services, which would become an endless list.
 */
export function narrowAction(
  statement: Statement,
  action: ActionString,
  catalogue: Catalogue,
  isWanted: (names: readonly string[]) => boolean = () => true,
): readonly Fix[] {
  if (/[*?]/.test(action.servicePrefix)) return [];
  const all = expandActionPattern(catalogue, action.text);
  const others = statement.actions.filter(({ value }) => value !== action.value);
  const listed = new Set(others.map(({ text }) => text.toLowerCase()));

  return accessLevelChoices(all, catalogue).flatMap(({ title, names }) => {
    const patterns = exactPatterns(catalogue, names, action.text);
    const added = patterns.filter((pattern) => !listed.has(pattern.toLowerCase()));
    if (added.length === 0 || added.join().length > MAX_CHARACTERS || !isWanted(names)) return [];
    return {
      title: `Narrow to ${title} actions (${names.length} of ${all.length})`,
      keepsAccess: false,
      edits: [replaceItem(statement, action.element, action.value, added)],
    };
  });
}
