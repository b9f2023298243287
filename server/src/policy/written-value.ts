import type { Statement } from './statement.ts';

/** The value of an element as it is written; undefined without the element. */
export function writtenValue(statement: Statement, element: string): string | undefined {
  const range = statement.element(element)?.value?.range;
  return range && statement.text.slice(range.start, range.end);
}
