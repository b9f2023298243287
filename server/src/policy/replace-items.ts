import type { TextEdit } from '../base/text-edit.ts';
import { removeEntries } from './remove-entries.ts';
import { replaceItem } from './replace-item.ts';
import type { Statement } from './statement.ts';
import type { StringValue, Value } from './value.ts';

/**
 * Replace some strings of an element, each by any number of others; none takes it out of its list. `texts` stand
 * between the quotes, in JSON or snippet syntax. A comment behind a string on its line goes with it, others stay.
 *
 * Undefined where nothing would be left.
 */
export function replaceItems(
  statement: Statement,
  element: string,
  replacements: ReadonlyMap<StringValue, readonly string[]>,
): readonly TextEdit[] | undefined {
  const value = statement.element(element)?.value;
  const items: readonly Value[] = value?.kind === 'array' ? value.items : value ? [value] : [];
  const isRemoved = (item: Value): boolean => item.kind === 'string' && replacements.get(item)?.length === 0;
  if (items.every(isRemoved)) return undefined;

  const replaced = items.flatMap((item) => {
    const texts = item.kind === 'string' ? replacements.get(item) : undefined;
    return item.kind === 'string' && texts?.length ? [replaceItem(statement, element, item, texts)] : [];
  });
  const isRemovedAt = (index: number): boolean => isRemoved(items[index] as Value);
  const ranges = items.map(({ range }) => range);
  return [...replaced, ...removeEntries(statement.text, ranges, isRemovedAt)];
}
