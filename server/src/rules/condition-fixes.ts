import { addConditions } from '../policy/condition-edit.ts';
import { type MovedCondition, moveConditions } from '../policy/move-conditions.ts';
import { removeCondition } from '../policy/remove-condition.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import type { Fix } from './rule.ts';

/** What a fix of a condition does beside its edits. */
type FixFacts = Pick<Fix, 'keepsAccess' | 'isPreferred'> & {
  readonly title?: string;
};

/** Test keys of one operator with another; no fix where that one tests one of them already. */
export function useOperator(
  statement: Statement,
  moved: readonly MovedCondition[],
  operator: string,
  { title = `Change to "${operator}"`, ...facts }: FixFacts,
): readonly Fix[] {
  const edits = moveConditions(statement, moved, operator);
  return edits ? [{ title, ...facts, edits }] : [];
}

/** Let the statement apply only to requests that carry the key. */
export function demandKey(statement: Statement, { key }: ConditionEntry): readonly Fix[] {
  const edit = addConditions(statement, 'Null', { [written(statement, key)]: 'false' });
  if (!edit) return [];
  return [{ title: `Require "${key.text}" to be present`, keepsAccess: false, edits: [edit] }];
}

/** Delete a test, with what is empty without it. */
export function deleteTest(
  statement: Statement,
  entry: ConditionEntry,
  { title = `Delete the test of "${entry.key.text}"`, ...facts }: FixFacts,
): readonly Fix[] {
  const edit = removeCondition(statement, entry);
  return edit ? [{ title, ...facts, edits: [edit] }] : [];
}

/** What stands between the quotes, escapes included. */
function written({ text }: Statement, { range }: ConditionEntry['key']): string {
  return text.slice(range.start + 1, range.end - 1);
}
