import { expandActionPattern } from '../catalogue/action-pattern.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ActionString, Statement } from '../policy/statement.ts';
import { accessLevelChoices } from './access-level-choices.ts';
import { keepActions } from './keep-actions.ts';
import { lazyFix } from './lazy-fix.ts';
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
  return accessLevelChoices(all, catalogue).flatMap(({ title, names }) => {
    if (!isWanted(names)) return [];
    const wanted = new Set(names);
    const { added, edits } = keepActions(statement, [action], catalogue, (name) => wanted.has(name));
    // Patterns are never longer than the names, which are known already.
    const mayBeLong = names.join().length > MAX_CHARACTERS;
    if (mayBeLong && added().join().length > MAX_CHARACTERS) return [];
    const size = `${names.length} of ${all.length}`;
    return lazyFix({ title: `Narrow to ${title} actions (${size})`, keepsAccess: false }, edits);
  });
}
