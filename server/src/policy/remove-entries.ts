import type { TextEdit } from '../base/text-edit.ts';
import type { TextRange } from '../base/text-range.ts';

/**
 * Take some entries out of a list, all at once, with the commas that become superfluous. A comment behind an entry on
 * its line goes with it, others stay. At least one entry must be left.
 */
export function removeEntries(
  text: string,
  entries: readonly TextRange[],
  isRemoved: (index: number) => boolean,
): readonly TextEdit[] {
  const lastKept = entries.findLastIndex((_, index) => !isRemoved(index));
  const before = entries.filter((_, index) => index < lastKept && isRemoved(index));
  return [
    ...before.map(({ start, end }) => deletion(start, startOfNext(text, end))),
    ...(lastKept < entries.length - 1 ? removeTail(text, entries, lastKept) : []),
  ];
}

/** All behind the last entry that is kept, with the comma behind that. */
function removeTail(text: string, entries: readonly TextRange[], lastKept: number): readonly TextEdit[] {
  const kept = entries[lastKept] as TextRange;
  const first = entries[lastKept + 1] as TextRange;
  const last = entries.at(-1) as TextRange;
  const comma = skipTrivia(text, kept.end);
  const end = endOfLineComment(text, last.end);
  const tail = text.slice(comma + 1, first.start).trimEnd();
  const isBehindComment = tail !== '' && lengthAt(/[ \t]*[\r\n]/y, text, end) === 0;
  const start = isBehindComment ? first.start : comma + 1 + tail.length;
  return [deletion(comma, comma + 1), deletion(start, end)];
}

/** Behind the comma and the comment that ends its line: the next entry, or a comment that belongs to it. */
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
