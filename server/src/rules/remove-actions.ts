import { replaceItems } from '../policy/replace-items.ts';
import type { ActionString, Statement } from '../policy/statement.ts';
import { firstNamed } from './first-named.ts';
import type { Fix } from './rule.ts';

/** Take strings out of `Action`; no fix where nothing would be left. */
export function removeActions(statement: Statement, actions: readonly ActionString[]): readonly Fix[] {
  const edits = replaceItems(statement, 'Action', new Map(actions.map(({ value }) => [value, []])));
  const title = `Remove ${firstNamed(actions.map(({ text }) => text))}`;
  return edits ? [{ title, keepsAccess: false, edits }] : [];
}
