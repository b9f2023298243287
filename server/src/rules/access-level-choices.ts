import { enumerated } from '../base/enumerated.ts';
import type { AccessLevel, Catalogue } from '../catalogue/catalogue.ts';
import { accessLevelOf } from '../catalogue/find-action.ts';

/** Some of a set of actions: those of certain access levels. */
export interface LevelChoice {
  /** `Read and List`. */
  readonly title: string;
  /** Full names, in the order of the levels. */
  readonly names: readonly string[];
}

/** What people narrow a wildcard to; the first is the most frequent wish. */
const COMBINATIONS: readonly (readonly AccessLevel[])[] = [
  ['Read', 'List'],
  ['List'],
  ['Read', 'List', 'Write'],
  ['Write'],
  ['Tagging'],
  ['Permissions management'],
];

/**
 * The ways to narrow a set of actions (full names) by access level. None that would keep everything, or nothing; levels
 * that the actions do not have are left out.
 */
export function accessLevelChoices(names: readonly string[], catalogue: Catalogue): readonly LevelChoice[] {
  const byLevel = groupByLevel(names, catalogue);
  const offered = new Map<string, LevelChoice>();
  for (const combination of COMBINATIONS) {
    const levels = combination.filter((level) => byLevel.has(level));
    const title = enumerated(levels);
    const chosen = levels.flatMap((level) => byLevel.get(level) ?? []);
    if (chosen.length > 0 && chosen.length < names.length) offered.set(title, { title, names: chosen });
  }
  return [...offered.values()];
}

function groupByLevel(
  names: readonly string[],
  catalogue: Catalogue,
): ReadonlyMap<AccessLevel, readonly string[]> {
  const groups = new Map<AccessLevel, string[]>();
  for (const name of names) {
    const level = accessLevelOf(catalogue, name);
    const group = level && groups.get(level);
    if (group) group.push(name);
    else if (level) groups.set(level, [name]);
  }
  return groups;
}
