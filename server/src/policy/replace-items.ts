import type { TextEdit } from '../base/text-edit.ts';
import { replaceItem } from './replace-item.ts';
import type { Statement } from './statement.ts';
import type { ArrayValue, StringValue, Value } from './value.ts';

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
  return value?.kind === 'array' ? [...replaced, ...removals(statement.text, value, isRemoved)] : replaced;
}

function removals(
  text: string,
  { items }: ArrayValue,
  isRemoved: (item: Value) => boolean,
): readonly TextEdit[] {
  const lastKept = items.findLastIndex((item) => !isRemoved(item));
  const before = items.slice(0, lastKept).filter(isRemoved);
  return [
    ...before.map(({ range }) => deletion(range.start, startOfNext(text, range.end))),
    ...(lastKept < items.length - 1 ? removeTail(text, items, lastKept) : []),
  ];
}

/** All behind the last string that is kept, with the comma behind that. */
function removeTail(text: string, items: readonly Value[], lastKept: number): readonly TextEdit[] {
  const kept = items[lastKept] as Value;
  const first = items[lastKept + 1] as Value;
  const last = items.at(-1) as Value;
  const comma = skipTrivia(text, kept.range.end);
  const end = endOfLineComment(text, last.range.end);
  const tail = text.slice(comma + 1, first.range.start).trimEnd();
  const isBehindComment = tail !== '' && lengthAt(/[ \t]*[\r\n]/y, text, end) === 0;
  const start = isBehindComment ? first.range.start : comma + 1 + tail.length;
  return [deletion(comma, comma + 1), deletion(start, end)];
}

/** Behind the comma and the comment that ends its line: the next string, or a comment that belongs to it. */
function startOfNext(text: string, end: number): number {
  const comma = skipTrivia(text, end);
  return skipBlanks(text, endOfLineComment(text, comma + 1));
}

/** The end of a comment that stands alone between the offset and the end of its line; else the offset. */
function endOfLineComment(text: string, offset: number): number {
  return offset + lengthAt(LINE_COMMENT, text, offset);
}

const LINE_COMMENT = /[ \t]*(?:\/\/[^\r\n]*|\/\*(?:(?!\*\/)[^\r\n])*\*\/(?=[ \t]*[\r\n]))/y;

function lengthAt(sticky: RegExp, text: string, offset: number): number {
  sticky.lastIndex = offset;
  return sticky.exec(text)?.[0].length ?? 0;
}

function skipBlanks(text: string, offset: number): number {
  let at = offset;
  while (/\s/.test(text[at] ?? '')) at++;
  return at;
}

function skipTrivia(text: string, offset: number): number {
  for (let at = skipBlanks(text, offset); ; at = skipBlanks(text, at)) {
    if (text.startsWith('//', at)) at += lengthAt(/[^\r\n]*/y, text, at);
    else if (text.startsWith('/*', at)) at = text.indexOf('*/', at) + 2;
    else return at;
  }
}

function deletion(start: number, end: number): TextEdit {
  return { range: { start, end }, newText: '' };
}
