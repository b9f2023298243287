import type { TextEdit } from '../base/text-edit.ts';
import { layoutOf } from './layout.ts';
import type { Statement } from './statement.ts';
import type { StringValue } from './value.ts';

/**
 * Replace one string of an element by several: in an array each as its neighbours stand, and a lone string becomes
 * an array. `texts` stand between the quotes, in JSON or snippet syntax.
 */
export function replaceItem(
  statement: Statement,
  element: string,
  item: StringValue,
  texts: readonly string[],
): TextEdit {
  const quoted = texts.map((text) => `"${text}"`);
  if (statement.element(element)?.value?.kind === 'array') {
    const before = whiteSpaceBefore(statement.text, item.range.start);
    return { range: item.range, newText: quoted.join(`,${before.includes('\n') ? before : ' '}`) };
  }
  if (quoted.length === 1) return { range: item.range, newText: quoted.join() };
  const { lineBreak, unit } = layoutOf(statement);
  if (lineBreak === undefined) return { range: item.range, newText: `[${quoted.join(', ')}]` };
  const inside = lineBreak + unit + unit;
  return { range: item.range, newText: `[${inside}${quoted.join(`,${inside}`)}${lineBreak}${unit}]` };
}

function whiteSpaceBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && /\s/.test(text[start - 1] ?? '')) start--;
  const space = text.slice(start, offset);
  return space.slice(Math.max(0, space.lastIndexOf('\n') - (space.includes('\r\n') ? 1 : 0)));
}
