import { addConditions } from '../policy/condition-edit.ts';
import type { Statement } from '../policy/statement.ts';
import type { Fix } from './rule.ts';

/** A condition on the account that owns the resource. A few actions do not send the key; they go on as before. */
export function keepToAccount(statement: Statement): readonly Fix[] {
  const keys = { 'aws:ResourceAccount': '${1:111122223333}' };
  const edit = addConditions(statement, 'StringEqualsIfExists', keys);
  if (!edit) return [];
  return [
    { title: 'Limit to one account by a condition', keepsAccess: false, isSnippet: true, edits: [edit] },
  ];
}
