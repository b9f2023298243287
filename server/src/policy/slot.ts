import type { TextRange } from '../base/text-range.ts';

/** The string at the cursor, or the place for one: what a completion replaces. */
export interface Slot {
  /** With the quotes that are there; empty between two tokens. */
  readonly range: TextRange;
  /** Between the opening quote (or the beginning of a bare word) and the cursor, as written. */
  readonly typed: string;
  /** The whole content, as written. */
  readonly text: string;
  /** A key of an object rather than a value. */
  readonly isKey: boolean;
  /** A colon follows: the key has its value already. */
  readonly hasColon: boolean;
  /** Another entry follows without a comma in between. */
  readonly needsCommaAfter: boolean;
  /** Where a comma is missing behind the entry before; undefined if none is. */
  readonly commaBefore: number | undefined;
  /** The quotes stand in the text; without them the slot is a bare word or nothing. */
  readonly isQuoted: boolean;
  /** An item of a list, so that several items may take its place. */
  readonly isInList: boolean;
  /** Only white space stands before it on its line. */
  readonly isFirstOfLine: boolean;
}

/** The slot at an offset of JSON text that may be half typed. Looks at the line and its neighbours only. */
export function slotAt(text: string, offset: number, isKey: boolean): Slot {
  const quoted = quotedRange(text, offset);
  const range = quoted ?? bareWord(text, offset);
  const contentStart = quoted ? range.start + 1 : range.start;
  const contentEnd = quoted && isClosed(text, range) ? range.end - 1 : range.end;
  const next = NEXT_TOKEN.exec(text.slice(range.end, range.end + 2000))?.[1];
  const before = previousToken(text, range.start);
  return {
    range,
    typed: text.slice(contentStart, Math.max(contentStart, offset)),
    text: text.slice(contentStart, contentEnd),
    isKey,
    hasColon: next === ':',
    needsCommaAfter: next !== undefined && !',}]:'.includes(next),
    commaBefore: before !== undefined && !'{[,:'.includes(before.char) ? before.end : undefined,
    isQuoted: quoted !== undefined,
    isInList: !isKey && before !== undefined && before.char !== ':',
    isFirstOfLine: /(^|\n)[ \t]*$/.test(text.slice(Math.max(0, range.start - 200), range.start)),
  };
}

/** Behind white space and comments. */
const NEXT_TOKEN = /^(?:\s|\/\/.*(?:[\r\n\u2028\u2029]|$)|\/\*(?:[^*]|\*(?!\/))*\*\/)*([^\s/])/;

/** The string that the offset lies in, found from the beginning of its line: JSON strings do not span lines. */
function quotedRange(text: string, offset: number): TextRange | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  let open: number | undefined;
  for (let i = lineStart; i < offset; i++) {
    if (text[i] === '\\' && open !== undefined) i++;
    else if (text[i] === '"') open = open === undefined ? i : undefined;
  }
  return open === undefined ? undefined : { start: open, end: endOfString(text, open, offset) };
}

/** Behind the closing quote; of a string that is not closed, where something else begins. */
function endOfString(text: string, open: number, offset: number): number {
  for (let i = open + 1; i < text.length && text[i] !== '\n' && text[i] !== '\r'; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"' && i >= offset) return closesHere(text, i) ? i + 1 : wordEnd(text, offset);
  }
  return wordEnd(text, offset);
}

/** False for a quote that opens the next string: `"s3:Get, "s3:Put"`. */
function closesHere(text: string, quote: number): boolean {
  return /^\s*([,:}\]]|$|["{[])/.test(text.slice(quote + 1, quote + 200));
}

function bareWord(text: string, offset: number): TextRange {
  let start = offset;
  while (start > 0 && isWord(text[start - 1])) start--;
  // The colon behind a key is no part of the value that is about to be typed.
  while (start < offset && text[start] === ':') start++;
  return { start, end: wordEnd(text, offset) };
}

function wordEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && isWord(text[end])) end++;
  return end;
}

const isWord = (char: string | undefined): boolean => char !== undefined && /[\w:*?./$-]/.test(char);

function isClosed(text: string, { start, end }: TextRange): boolean {
  return end - start > 1 && text[end - 1] === '"';
}

function previousToken(
  text: string,
  offset: number,
): { readonly char: string; readonly end: number } | undefined {
  for (let i = offset - 1; i >= 0; i--) {
    const char = text[i] as string;
    if (/\s/.test(char)) continue;
    const comment = commentStart(text, i);
    if (comment === undefined) return { char, end: i + 1 };
    i = comment;
  }
  return undefined;
}

/** Where the comment begins that the character belongs to; undefined for one that belongs to none. */
function commentStart(text: string, offset: number): number | undefined {
  if (text.slice(offset - 1, offset + 1) === '*/') {
    const start = text.lastIndexOf('/*', offset - 2);
    if (start >= 0) return start;
  }
  let inString = false;
  for (let i = text.lastIndexOf('\n', offset) + 1; i < offset; i++) {
    if (text[i] === '\\' && inString) i++;
    else if (text[i] === '"') inString = !inString;
    else if (!inString && text[i] === '/' && text[i + 1] === '/') return i;
  }
  return undefined;
}
