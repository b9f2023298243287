import type { TextEdit } from '../base/text-edit.ts';
import type { TextRange } from '../base/text-range.ts';

/**
 * Take an item out of its list with the comma that becomes superfluous, by looking at the text alone. Undefined where
 * no comma stands beside it: it is the only one.
 */
export function removeItem(text: string, { start, end }: TextRange): TextEdit | undefined {
  const next = skipBlanks(text, end);
  if (text[next] === ',') return { range: { start, end: skipBlanks(text, next + 1) }, newText: '' };
  const previous = skipBlanksBack(text, start) - 1;
  return text[previous] === ',' ? { range: { start: previous, end }, newText: '' } : undefined;
}

function skipBlanks(text: string, offset: number): number {
  let at = offset;
  while (/\s/.test(text[at] ?? '')) at++;
  return at;
}

function skipBlanksBack(text: string, offset: number): number {
  let at = offset;
  while (/\s/.test(text[at - 1] ?? '')) at--;
  return at;
}
