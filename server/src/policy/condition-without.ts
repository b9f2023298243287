import { applyEdits } from '../base/text-edit.ts';
import { shifted } from '../base/text-range.ts';
import { removeEntries } from './remove-entries.ts';
import type { Statement } from './statement.ts';
import type { Member, ObjectValue } from './value.ts';

/**
 * The JSON text of a statement's `Condition` without some keys, whatever their operator, and without the operators that
 * have no other. Undefined where nothing is left.
 */
export function conditionWithout(
  statement: Statement,
  isDropped: (key: string) => boolean,
): string | undefined {
  const condition = statement.element('Condition')?.value;
  if (condition?.kind !== 'object') return undefined;
  const { text } = statement;
  const isGone = ({ value }: Member): boolean =>
    value?.kind === 'object' && value.members.every(({ key }) => isDropped(key.text));
  if (condition.members.every(isGone)) return undefined;

  const kept = condition.members.filter((member) => !isGone(member));
  const blocks = kept.flatMap(({ value }) => (value?.kind === 'object' ? [value] : []));
  const edits = [
    ...removeMembers(text, condition, isGone),
    ...blocks.flatMap((block) => removeMembers(text, block, ({ key }) => isDropped(key.text))),
  ];
  const { start, end } = condition.range;
  const own = edits.map(({ range, newText }) => ({ range: shifted(range, -start), newText }));
  return applyEdits(text.slice(start, end), own);
}

function removeMembers(text: string, { members }: ObjectValue, isGone: (member: Member) => boolean) {
  if (!members.some(isGone)) return [];
  const ranges = members.map(({ range }) => range);
  return removeEntries(text, ranges, (index) => isGone(members[index] as Member));
}
