import type { TextEdit } from '../base/text-edit.ts';
import { layoutOf, ON_ONE_LINE, renderJson } from './layout.ts';
import type { Statement } from './statement.ts';

/**
 * Replace the whole value of an element by a list, on one line if it was a list on one line. `texts` stand between
 * the quotes, in JSON or snippet syntax. Undefined without the element.
 */
export function replaceList(
  statement: Statement,
  element: string,
  texts: readonly string[],
): TextEdit | undefined {
  const value = statement.element(element)?.value;
  if (!value) return undefined;
  const written = statement.text.slice(value.range.start, value.range.end);
  const isOnOneLine = value.kind === 'array' && !written.includes('\n');
  const layout = isOnOneLine ? ON_ONE_LINE : layoutOf(statement);
  return { range: value.range, newText: renderJson(texts, layout, 1) };
}
