import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { member } from '../policy/value.ts';
import { changeToAny, changeToEach } from './change-to.ts';
import type { Fix } from './rule.ts';

/** Fixes that give a condition key another name, the first one preferred; none that its operator tests already. */
export function renameKey(
  statement: Statement,
  entry: ConditionEntry,
  names: readonly string[],
): readonly Fix[] {
  return changeToEach(entry.key, free(statement, entry, names));
}

/** As `renameKey`, where no name is likely enough to be preferred. */
export function renameKeyToAny(
  statement: Statement,
  entry: ConditionEntry,
  names: readonly string[],
): readonly Fix[] {
  return changeToAny(entry.key, free(statement, entry, names));
}

function free(
  statement: Statement,
  { operator, key }: ConditionEntry,
  names: readonly string[],
): readonly string[] {
  const block = member(statement.element('Condition')?.value, operator.text)?.value;
  const others = block?.kind === 'object' ? block.members.filter((other) => other.key !== key) : [];
  const taken = new Set(others.map((other) => other.key.text.toLowerCase()));
  return names.filter((name) => !taken.has(name.toLowerCase()));
}
