import type { TextEdit } from '../base/text-edit.ts';
import { addConditions } from './condition-edit.ts';
import type { JsonSketch } from './layout.ts';
import { removeEntry } from './list-edit.ts';
import type { ConditionEntry, Statement } from './statement.ts';
import { oneOrMany, type Value } from './value.ts';

/** What a test shall become; what is missing stays as it is. */
export interface ConditionChange {
  readonly operator?: string;
  readonly key?: string;
  /** In JSON or snippet syntax. */
  readonly values?: JsonSketch;
}

/**
 * Put another test in the place of one. It stays where it is if its operator does, or has no other key; otherwise it
 * goes to the operator that is there, or to a new one.
 *
 * Undefined where the other operator already tests the key, or values that cannot be written again would have to move.
 */
export function replaceCondition(
  statement: Statement,
  entry: ConditionEntry,
  { operator = entry.operator.text, key = entry.key.text, values }: ConditionChange,
): readonly TextEdit[] | undefined {
  const condition = statement.element('Condition')?.value;
  if (condition?.kind !== 'object') return undefined;
  const own = condition.members.find((member) => member.key === entry.operator);
  const target = condition.members.find((member) => member.key.text === operator);
  if (own?.value?.kind !== 'object' || !entry.values) return undefined;
  if (target?.value?.kind === 'object' && hasKey(target.value.members, key, entry)) return undefined;

  const isAlone = own.value.members.length === 1;
  if (operator === entry.operator.text || (isAlone && !target)) {
    return [
      ...(operator === entry.operator.text ? [] : [replaced(own.key, operator)]),
      ...(key === entry.key.text ? [] : [replaced(entry.key, key)]),
      ...(values === undefined ? [] : [{ range: entry.values.range, newText: written(values) }]),
    ];
  }
  const moved = values ?? sketchOf(entry.values);
  const added = moved === undefined ? undefined : addConditions(statement, operator, { [key]: moved });
  if (!added) return undefined;
  return [isAlone ? removeEntry(condition, own.range) : removeEntry(own.value, entry.range), added];
}

function hasKey(
  members: readonly { readonly key: Value & { text: string } }[],
  key: string,
  entry: ConditionEntry,
): boolean {
  return members.some(
    (member) => member.key !== entry.key && member.key.text.toLowerCase() === key.toLowerCase(),
  );
}

function replaced({ range }: Pick<Value, 'range'>, text: string): TextEdit {
  return { range, newText: JSON.stringify(text) };
}

function written(values: JsonSketch): string {
  return typeof values === 'string'
    ? `"${values}"`
    : `[${(values as readonly JsonSketch[]).map(written).join(', ')}]`;
}

/** Undefined for what is neither a text nor a list of texts. */
function sketchOf(values: Value): JsonSketch | undefined {
  const items = oneOrMany(values);
  if (!items.every((item) => item.kind === 'string')) return undefined;
  const texts = items.map(({ text }) => JSON.stringify(text).slice(1, -1));
  return values.kind === 'array' ? texts : texts[0];
}
