import type { TextEdit } from '../base/text-edit.ts';
import { insertAfter, insertFirst, insertLast, removeEntry } from './list-edit.ts';
import { removeEntries } from './remove-entries.ts';
import type { ConditionEntry, Statement } from './statement.ts';
import type { Member, ObjectValue } from './value.ts';

/** A condition key that shall stand under another operator. */
export interface MovedCondition {
  readonly entry: ConditionEntry;
  /** JSON text in the place of its values; as written if missing. */
  readonly values?: string | undefined;
}

/**
 * Put keys of one operator under another: the operator gets its new name if these are all its keys, otherwise they
 * leave it for a block of their own or for the one that is there.
 *
 * Undefined where the other operator already tests one of the keys.
 */
export function moveConditions(
  statement: Statement,
  moved: readonly MovedCondition[],
  operator: string,
): readonly TextEdit[] | undefined {
  const condition = statement.element('Condition')?.value;
  if (condition?.kind !== 'object') return undefined;
  const own = condition.members.find(({ key }) => key === moved[0]?.entry.operator);
  const block = own?.value;
  if (!own || block?.kind !== 'object') return undefined;
  const target = condition.members.find((other) => other !== own && other.key.text === operator);
  const movesAll = block.members.length === moved.length;
  if (!target && movesAll) return renamed(own, moved, operator);

  const added = target
    ? addedTo(statement, target, moved)
    : [insertAfter(statement.text, condition, own.range, newBlock(statement, block, moved, operator))];
  if (!added) return undefined;
  const isMoved = (index: number): boolean =>
    moved.some(({ entry }) => entry.range === block.members[index]?.range);
  const ranges = block.members.map(({ range }) => range);
  const removed = movesAll
    ? [removeEntry(condition, own.range)]
    : removeEntries(statement.text, ranges, isMoved);
  return [...removed, ...added];
}

function renamed(own: Member, moved: readonly MovedCondition[], operator: string): readonly TextEdit[] {
  const values = moved.flatMap(({ entry, values: newText }) =>
    newText === undefined || !entry.values ? [] : [{ range: entry.values.range, newText }],
  );
  return [{ range: own.key.range, newText: JSON.stringify(operator) }, ...values];
}

function addedTo(
  { text }: Statement,
  { value }: Member,
  moved: readonly MovedCondition[],
): readonly TextEdit[] | undefined {
  if (value?.kind !== 'object') return undefined;
  const present = new Set(value.members.map(({ key }) => key.text.toLowerCase()));
  if (moved.some(({ entry }) => present.has(entry.key.text.toLowerCase()))) return undefined;
  const entries = moved.map((one) => written(text, one));
  if (value.members.length === 0) return [insertFirst(text, value, entries.join(', '))];
  return entries.map((entry) => insertLast(text, value, entry));
}

/** Laid out like the block that its keys come from. */
function newBlock(
  { text }: Statement,
  { range, members }: ObjectValue,
  moved: readonly MovedCondition[],
  operator: string,
): string {
  const lead = /^\s*/.exec(text.slice(range.start + 1, members[0]?.range.start))?.[0] ?? '';
  const tail = /\s*$/.exec(text.slice(members.at(-1)?.range.end, range.end - 1))?.[0] ?? '';
  const entries = moved.map((one) => written(text, one)).join(`,${lead || ' '}`);
  return `${JSON.stringify(operator)}: {${lead}${entries}${tail}}`;
}

function written(text: string, { entry, values }: MovedCondition): string {
  const { range } = entry;
  if (values === undefined || !entry.values) return text.slice(range.start, range.end);
  return text.slice(range.start, entry.values.range.start) + values;
}
