import type { TextEdit } from '../base/text-edit.ts';
import type { TextRange } from '../base/text-range.ts';
import type { ArrayValue, ObjectValue } from './value.ts';

/** Edits on the comma-separated entries of an object or array that keep the text valid and its layout. */

/** Take one member or item out, with the comma that becomes superfluous. */
export function removeEntry(container: ObjectValue | ArrayValue, entry: TextRange): TextEdit {
  const entries = entriesOf(container);
  const index = entries.findIndex(({ start }) => start === entry.start);
  const next = entries[index + 1];
  const previous = entries[index - 1];
  if (next) return { range: { start: entry.start, end: next.start }, newText: '' };
  if (previous) return { range: { start: previous.end, end: entry.end }, newText: '' };
  return { range: { start: container.range.start + 1, end: container.range.end - 1 }, newText: '' };
}

/** Put an entry behind the one that ends the range `after`, on a line of its own if its neighbour has one. */
export function insertAfter(
  text: string,
  container: ObjectValue | ArrayValue,
  after: TextRange,
  newEntry: string,
): TextEdit {
  const at = { start: after.end, end: after.end };
  return { range: at, newText: `,${separator(text, container, after)}${newEntry}` };
}

/** Put an entry before all others, or into an empty container. */
export function insertFirst(text: string, container: ObjectValue | ArrayValue, newEntry: string): TextEdit {
  const first = entriesOf(container)[0];
  if (!first) {
    const inner = { start: container.range.start + 1, end: container.range.end - 1 };
    return { range: inner, newText: text.slice(inner.start, inner.end).trim() ? newEntry : ` ${newEntry} ` };
  }
  const at = { start: first.start, end: first.start };
  return { range: at, newText: `${newEntry},${separator(text, container, first)}` };
}

/** Put an entry behind all others, or into an empty container. */
export function insertLast(text: string, container: ObjectValue | ArrayValue, newEntry: string): TextEdit {
  const last = entriesOf(container).at(-1);
  return last ? insertAfter(text, container, last, newEntry) : insertFirst(text, container, newEntry);
}

function entriesOf(container: ObjectValue | ArrayValue): readonly TextRange[] {
  return container.kind === 'object'
    ? container.members.map(({ range }) => range)
    : container.items.map(({ range }) => range);
}

/** The white space before an entry: a line break with its indentation, or a blank. */
function separator(text: string, container: ObjectValue | ArrayValue, entry: TextRange): string {
  const before = /\s*$/.exec(text.slice(container.range.start + 1, entry.start))?.[0] ?? '';
  return before.includes('\n') ? before.slice(before.lastIndexOf('\n', before.length) - crLf(before)) : ' ';
}

const crLf = (space: string): number => (space[space.lastIndexOf('\n') - 1] === '\r' ? 1 : 0);
