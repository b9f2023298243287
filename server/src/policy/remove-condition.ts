import type { TextEdit } from '../base/text-edit.ts';
import { removeEntry } from './list-edit.ts';
import type { ConditionEntry, Statement } from './statement.ts';

/** Take a key out of a condition, with its operator or the whole condition if that would be left empty. */
export function removeCondition(statement: Statement, entry: ConditionEntry): TextEdit | undefined {
  const element = statement.element('Condition');
  if (element?.value?.kind !== 'object') return undefined;
  const block = element.value.members.find(({ key }) => key === entry.operator);
  if (block?.value?.kind !== 'object') return undefined;
  if (block.value.members.length > 1) return removeEntry(block.value, entry.range);
  if (element.value.members.length > 1) return removeEntry(element.value, block.range);
  return removeEntry(statement.object, element.range);
}
