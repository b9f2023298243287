import { conditionWithout } from '../policy/condition-without.ts';
import { removeCondition } from '../policy/remove-condition.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { addStatementAfter } from '../policy/statement-edit.ts';
import type { Fix, StatementPlace } from './rule.ts';

/** Two statements in the place of one, each with one of two tests, so that either suffices. The second has no Sid. */
export function splitTests(
  statement: Statement,
  place: StatementPlace,
  [first, second]: readonly [ConditionEntry, ConditionEntry],
): readonly Fix[] {
  const dropped = first.key.text.toLowerCase();
  const condition = conditionWithout(statement, (key) => key.toLowerCase() === dropped);
  const removed = removeCondition(statement, second);
  if (condition === undefined || !removed) return [];
  const members = statement.members.flatMap(({ key, value }): readonly [string, string][] => {
    if (key.text === 'Sid' || !value) return [];
    return [
      [
        key.text,
        key.text === 'Condition' ? condition : statement.text.slice(value.range.start, value.range.end),
      ],
    ];
  });
  return [
    {
      title: 'Split into two statements, of which either suffices',
      keepsAccess: false,
      edits: [removed, ...addStatementAfter(statement, place, Object.fromEntries(members))],
    },
  ];
}
