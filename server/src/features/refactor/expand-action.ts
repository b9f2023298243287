import { expandActionPattern } from '../../catalogue/action-pattern.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { replaceItem } from '../../policy/replace-item.ts';
import type { ActionString, Statement } from '../../policy/statement.ts';
import type { Fix } from '../../rules/rule.ts';

/** A longer list is no help in a policy. */
const MAX_ACTIONS = 300;

/** The list of what a wildcard matches today; names that stand beside it already are not repeated. */
export function expandAction(
  statement: Statement,
  action: ActionString,
  catalogue: Catalogue,
): readonly Fix[] {
  const names = expandActionPattern(catalogue, action.text);
  if (names.length === 0 || names.length > MAX_ACTIONS) return [];
  const others = statement.actions.filter(({ value }) => value !== action.value);
  const listed = new Set(others.map(({ text }) => text.toLowerCase()));
  const added = names.filter((name) => !listed.has(name.toLowerCase()));
  if (added.length === 0) return [];
  const count = names.length === 1 ? `the action ${names[0]}` : `its ${names.length} actions`;
  return [
    {
      title: `Expand ${action.text} to ${count}`,
      keepsAccess: false,
      edits: [replaceItem(statement, action.element, action.value, added)],
    },
  ];
}
