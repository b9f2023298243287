import type { TextEdit } from '../base/text-edit.ts';
import { insertLast } from './list-edit.ts';
import { replaceItem } from './replace-item.ts';
import type { Statement } from './statement.ts';

/**
 * Put strings behind those of `Resource`; a lone string becomes a list. `texts` stand between the quotes, in JSON or
 * snippet syntax, and `written` brings what stands there already into it. Empty where the element is something else.
 */
export function addResources(
  statement: Statement,
  texts: readonly string[],
  written: (text: string) => string = (text) => text,
): readonly TextEdit[] {
  const value = statement.element('Resource')?.value;
  if (value?.kind === 'array') return texts.map((text) => insertLast(statement.text, value, `"${text}"`));
  if (value?.kind !== 'string') return [];
  const own = statement.text.slice(value.range.start + 1, value.range.end - 1);
  return [replaceItem(statement, 'Resource', value, [written(own), ...texts])];
}
