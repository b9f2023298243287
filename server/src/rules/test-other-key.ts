import { replaceCondition } from '../policy/replace-condition.ts';
import type { Statement } from '../policy/statement.ts';
import { valueText } from '../policy/value-text.ts';
import type { ConditionTest } from '../reasoning/condition-tests.ts';
import type { Fix } from './rule.ts';

/** Compare the same values with another key; only if all of them are what that key holds. */
export function testOtherKey(
  statement: Statement,
  { entry, values }: ConditionTest,
  key: string,
  isValue: (text: string) => boolean,
): readonly Fix[] {
  if (!values.every((value) => isValue(valueText(value)))) return [];
  const edits = replaceCondition(statement, entry, { key });
  return edits ? [{ title: `Test "${key}"`, keepsAccess: false, isPreferred: true, edits }] : [];
}
