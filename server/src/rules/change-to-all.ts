import { removeEntry } from '../policy/list-edit.ts';
import { replaceItem } from '../policy/replace-item.ts';
import type { ActionString, ResourceString, Statement } from '../policy/statement.ts';
import type { Fix } from './rule.ts';

/** A fix that puts several actions in the place of one string; those listed already are not written again. */
export function changeToAll(
  statement: Statement,
  action: ActionString,
  actions: readonly string[],
): readonly Fix[] {
  const others = statement.actions.filter(({ value }) => value !== action.value);
  const listed = new Set(others.map(({ text }) => text.toLowerCase()));
  const added = actions.filter((name) => !listed.has(name.toLowerCase()));
  if (added.length === 0) return removeItem(statement, action);
  const texts = added.map((name) => JSON.stringify(name).slice(1, -1));
  return [
    {
      title: `Change to ${added.map((name) => `"${name}"`).join(' and ')}`,
      keepsAccess: false,
      isPreferred: true,
      edits: [replaceItem(statement, action.element, action.value, texts)],
    },
  ];
}

/** Takes an action or resource out of its list; no fix where it is the only one. */
export function removeItem(
  statement: Statement,
  { element, value, text }: ActionString | ResourceString,
): readonly Fix[] {
  const list = statement.element(element)?.value;
  if (list?.kind !== 'array' || list.items.length < 2) return [];
  return [{ title: `Remove "${text}"`, keepsAccess: false, edits: [removeEntry(list, value.range)] }];
}
