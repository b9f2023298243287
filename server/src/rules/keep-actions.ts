import type { TextEdit } from '../base/text-edit.ts';
import { expandActionPattern } from '../catalogue/action-pattern.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { exactPatterns } from '../catalogue/exact-patterns.ts';
import { replaceItems } from '../policy/replace-items.ts';
import type { ActionString, Statement } from '../policy/statement.ts';
import type { StringValue } from '../policy/value.ts';

/** What becomes of some strings of `Action` when only certain actions shall stay. */
export interface KeptActions {
  /** Full names of what the strings match. */
  all(): readonly string[];
  kept(): readonly string[];
  /** Strings that match nothing in the catalogue: left as they are. */
  readonly unknown: readonly ActionString[];
  /** What is written instead of the strings that have to change. */
  added(): readonly string[];
  /** Empty where nothing would be left, or nothing changes. */
  edits(): readonly TextEdit[];
}

/**
 * Narrow strings of `Action` to the actions that `isKept` (full names) says. What matches only such actions stays as it
 * is; of the others names remain, or patterns that match nothing else and lie within what was written.
 */
export function keepActions(
  statement: Statement,
  strings: readonly ActionString[],
  catalogue: Catalogue,
  isKept: (name: string) => boolean,
): KeptActions {
  const matched = strings.map((string) => ({ string, names: expandActionPattern(catalogue, string.text) }));
  let known: Replacements | undefined;
  const changes = (): Replacements => {
    const changed = matched.filter(({ names }) => !names.every(isKept));
    known ??= replacements(statement, changed, catalogue, isKept);
    return known;
  };
  const all = (): readonly string[] => [...new Set(matched.flatMap(({ names }) => names))];
  return {
    all,
    kept: () => all().filter(isKept),
    unknown: matched.filter(({ names }) => names.length === 0).map(({ string }) => string),
    added: () => [...changes().values()].flat(),
    edits: () => replaceItems(statement, 'Action', changes()) ?? [],
  };
}

type Replacements = ReadonlyMap<StringValue, readonly string[]>;

/** The strings that have to change, with what takes their place: nothing that stands in the list already. */
function replacements(
  { actions }: Statement,
  changed: readonly { readonly string: ActionString; readonly names: readonly string[] }[],
  catalogue: Catalogue,
  isKept: (name: string) => boolean,
): Replacements {
  const changing = new Set(changed.map(({ string }) => string.value));
  const staying = actions.filter(({ value }) => !changing.has(value));
  const listed = new Set(staying.map(({ text }) => text.toLowerCase()));
  return new Map(
    changed.map(({ string, names }) => {
      const ownKept = names.filter(isKept);
      const patterns = exactPatterns(catalogue, ownKept, string.text);
      const added = patterns.filter((pattern) => !listed.has(pattern.toLowerCase()));
      for (const pattern of added) listed.add(pattern.toLowerCase());
      return [string.value, added];
    }),
  );
}
