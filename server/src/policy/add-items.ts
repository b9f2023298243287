import type { TextEdit } from '../base/text-edit.ts';
import { insertLast } from './list-edit.ts';
import { replaceItem } from './replace-item.ts';
import type { Statement } from './statement.ts';

/** Add strings to an element, which becomes a list if it is none; `texts` stand between the quotes, in JSON syntax. */
export function addItems(
  statement: Statement,
  element: string,
  texts: readonly string[],
): readonly TextEdit[] {
  const value = statement.element(element)?.value;
  if (value?.kind === 'string' && texts.length > 0) {
    const own = JSON.stringify(value.text).slice(1, -1);
    return [replaceItem(statement, element, value, [own, ...texts])];
  }
  if (value?.kind !== 'array') return [];
  return texts.map((text) => insertLast(statement.text, value, `"${text}"`));
}
