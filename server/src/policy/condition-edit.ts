import type { TextEdit } from '../base/text-edit.ts';
import { type JsonSketch, type Layout, layoutOf, ON_ONE_LINE, renderJson } from './layout.ts';
import { insertLast } from './list-edit.ts';
import type { Statement } from './statement.ts';
import { member, type ObjectValue } from './value.ts';

/** Condition keys with their values, in the syntax of `JsonSketch`. */
export type ConditionSketch = Readonly<Record<string, JsonSketch>>;

/**
 * Add keys under one operator to the condition of a statement, which gets one if it has none.
 *
 * Undefined where the element is no object, or the operator already tests one of the keys.
 */
export function addConditions(
  statement: Statement,
  operator: string,
  keys: ConditionSketch,
): TextEdit | undefined {
  const { text, object } = statement;
  const layout = layoutOf(statement);
  const condition = statement.element('Condition');
  if (!condition) {
    return insertLast(text, object, `"Condition": ${renderJson({ [operator]: keys }, layout, 1)}`);
  }
  if (condition.value?.kind !== 'object') return undefined;

  const own = layoutWithin(text, condition.value, layout);
  const block = member(condition.value, operator);
  if (!block) return insertInto(text, condition.value, `"${operator}": ${renderJson(keys, own, 2)}`, own, 1);
  if (block.value?.kind !== 'object' || hasOneOf(block.value, keys)) return undefined;

  const ofBlock = layoutWithin(text, block.value, own);
  const entries = Object.entries(keys).map(([key, value]) => `"${key}": ${renderJson(value, ofBlock, 3)}`);
  const separator = ofBlock.lineBreak === undefined ? ' ' : ofBlock.lineBreak + ofBlock.unit.repeat(3);
  return insertInto(text, block.value, entries.join(`,${separator}`), ofBlock, 2);
}

/** What stands on one line stays on one line. */
function layoutWithin(text: string, { members, range }: ObjectValue, layout: Layout): Layout {
  return members.length > 0 && !text.slice(range.start, range.end).includes('\n') ? ON_ONE_LINE : layout;
}

function insertInto(
  text: string,
  container: ObjectValue,
  entries: string,
  { lineBreak, unit }: Layout,
  level: number,
): TextEdit {
  if (container.members.length > 0) return insertLast(text, container, entries);
  const inside = lineBreak === undefined ? ' ' : lineBreak + unit.repeat(level + 1);
  const after = lineBreak === undefined ? ' ' : lineBreak + unit.repeat(level);
  return { range: container.range, newText: `{${inside}${entries}${after}}` };
}

function hasOneOf({ members }: ObjectValue, keys: ConditionSketch): boolean {
  const wanted = new Set(Object.keys(keys).map((key) => key.toLowerCase()));
  return members.some(({ key }) => wanted.has(key.text.toLowerCase()));
}
