import type { TextRange } from '../base/text-range.ts';
import { clipped, deletion, insertion, type JsonSlip, jsonSlip, repairBy } from './json-slip.ts';
import { asJsonString, isOtherQuote, lineEnd, quotedOtherwise, stringIn } from './json-string-slip.ts';

/** What JSON wants next; words end elsewhere in a key than in a value. */
export type JsonExpectation = 'value' | 'key' | 'colon' | 'separator';

/** A piece of text that may be no JSON. A `word` is what has no quotes and is no number, `true`, `false` or `null`. */
export interface JsonToken {
  readonly kind: 'punctuation' | 'string' | 'literal' | 'word' | 'template' | 'end';
  /** As written; empty at the end. */
  readonly text: string;
  readonly range: TextRange;
}

export interface JsonScanner {
  /** The first token at or behind the offset. Mistakes inside and before it are reported. */
  next(offset: number, expected: JsonExpectation): JsonToken;
}

/** Of strings their own quotes, around all else double ones. */
export function named({ kind, text }: JsonToken): string {
  return kind === 'string' ? clipped(text) : `"${clipped(text)}"`;
}

export function jsonScanner(
  text: string,
  comments: 'allowed' | 'refused',
  report: (slip: JsonSlip) => void,
): JsonScanner {
  return {
    next(offset, expected) {
      const start = skipBlanks(text, offset, comments, report);
      return token(text, start, tokenAt(text, start, expected, report));
    },
  };
}

type Extent = { readonly kind: JsonToken['kind']; readonly end: number };

function token(text: string, start: number, { kind, end }: Extent): JsonToken {
  return { kind, text: text.slice(start, end), range: { start, end } };
}

function tokenAt(
  text: string,
  start: number,
  expected: JsonExpectation,
  report: (slip: JsonSlip) => void,
): Extent {
  if (start >= text.length) return { kind: 'end', end: text.length };
  const char = text[start] as string;
  const isKey = expected === 'key';
  if (char === '"') return { kind: 'string', end: stringIn(text, start, isKey, report) };
  if ('{$<'.includes(char) && matchAt(TEMPLATE, text, start) > start) {
    return { kind: 'template', end: start + 2 };
  }
  if ('{}[],:'.includes(char)) return { kind: 'punctuation', end: start + 1 };
  if (isOtherQuote(char)) {
    return expected === 'key' || expected === 'value'
      ? { kind: 'string', end: quotedOtherwise(text, start, isKey, report) }
      : { kind: 'word', end: start + 1 };
  }

  const end = wordEnd(text, start, expected);
  const half = halfQuotedEnd(text, start, end, expected);
  if (half === undefined) {
    return { kind: LITERAL.test(text.slice(start, end)) ? 'literal' : 'word', end };
  }

  const range = { start, end: half };
  const edit = { range, newText: asJsonString(text.slice(start, half - 1)) };
  const repair = repairBy('Insert a double quote', edit);
  report(jsonSlip('This string has no opening double quote.', range, repair));
  return { kind: 'string', end: half };
}

/** Where these stand outside strings, the file is a template of JSON rather than JSON. */
const TEMPLATE = /\{\{\s*[\w.#$%^/>-]|\{%|<%|\$\{/y;

const LITERAL = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/;

/** Behind white space and comments. */
function skipBlanks(
  text: string,
  offset: number,
  comments: 'allowed' | 'refused',
  report: (slip: JsonSlip) => void,
): number {
  let at = offset === 0 && text.charCodeAt(0) === 0xfeff ? 1 : offset;
  for (;;) {
    while (isBlank(text.charCodeAt(at))) at++;
    const code = text.charCodeAt(at);
    if (code >= 0x21 && code <= 0x7e && code !== SLASH && code !== HASH) return at;
    const invisible = matchAt(INVISIBLE, text, at);
    const comment = invisible > at ? at : commentEnd(text, at);
    if (invisible > at) {
      const range = { start: at, end: invisible };
      const name = (text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      const repair = repairBy('Change to a blank', { range, newText: ' ' });
      report(jsonSlip(`An invisible character (U+${name}) stands outside the strings.`, range, repair));
    } else if (comment === at) {
      return at;
    } else if (comments === 'refused' || text[at] === '#') {
      report(commentSlip(text, { start: at, end: comment }));
    } else if (!isClosedComment(text, at, comment)) {
      const repair = repairBy('Close the comment', insertion(comment, ' */'));
      report(jsonSlip('This comment is not closed.', { start: at, end: at + 2 }, repair));
    }
    at = Math.max(invisible, comment);
  }
}

const SLASH = 47;
const HASH = 35;

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** White space to the eye, but not to JSON. */
const INVISIBLE = /(?:(?![ \t\r\n])[\p{Cc}\p{Cf}\p{Z}])+/uy;

function commentEnd(text: string, at: number): number {
  if (text[at] === '#' || text.startsWith('//', at)) return lineEnd(text, at);
  if (!text.startsWith('/*', at)) return at;
  const close = text.indexOf('*/', at + 2);
  return close < 0 ? lineEnd(text, at) : close + 2;
}

function isClosedComment(text: string, start: number, end: number): boolean {
  return text[start + 1] === '/' || (end - start >= 4 && text.startsWith('*/', end - 2));
}

/** A comment that has its lines for itself goes with them. */
function commentSlip(text: string, range: TextRange): JsonSlip {
  const lineStart = text.lastIndexOf('\n', range.start - 1) + 1;
  const before = text.slice(lineStart, range.start).trimEnd().length;
  const isAlone = before === 0 && /^[\r\n]/.test(text.slice(range.end, range.end + 1));
  const start = isAlone ? lineStart : before === 0 ? range.start : lineStart + before;
  const end = isAlone ? text.indexOf('\n', range.end) + 1 || text.length : range.end;
  const repair = repairBy('Delete the comment', deletion({ start, end }));
  return jsonSlip('IAM accepts no comments in a policy.', range, repair);
}

/** A key ends at a colon, a value at the next comma, bracket or comment of its line. */
function wordEnd(text: string, start: number, expected: JsonExpectation): number {
  if (expected === 'separator' && text[start] === ';') return start + 1;
  if (expected === 'colon' && text[start] === '=') return text[start + 1] === '>' ? start + 2 : start + 1;
  const isValue = expected === 'value';
  let end = expected === 'key' ? Math.max(start + 1, matchAt(NAME_WITH_COLON, text, start) - 1) : start + 1;
  while (end < text.length && !(isValue ? ENDS_VALUE : ENDS_KEY).test(text[end] as string)) {
    if (isValue && /\s/.test(text[end - 1] as string) && commentEnd(text, end) > end) break;
    end += isValue ? Math.max(1, matchAt(VARIABLE, text, end) - end) : 1;
  }
  return start + text.slice(start, end).trimEnd().length;
}

/** The last colon ends the key where something stands apart behind it: `aws:SourceIp: "…"`. */
const NAME_WITH_COLON = /[^\s{}[\],"\u201c\u201d]+:(?=[\s"{[])/y;

/** The braces of a policy variable end no value. */
const VARIABLE = /\$\{[^{}"\r\n]*\}/y;

const ENDS_VALUE = /[{}[\],"\u201c\u201d\r\n]/;
const ENDS_KEY = /[\s{}[\],"\u201c\u201d:]/;

/** The end of a word with a closing quote but without an opening one, `Allow",`; undefined if it is none. */
function halfQuotedEnd(
  text: string,
  start: number,
  end: number,
  expected: JsonExpectation,
): number | undefined {
  const stop = expected === 'key' ? matchAt(/[^\s{}[\],"]+/y, text, start) : end;
  const isHalf = text[stop] === '"' && /^"\s*(?:[,:}\]]|$)/.test(text.slice(stop, lineEnd(text, stop)));
  return isHalf && (expected === 'key' || expected === 'value') ? stop + 1 : undefined;
}

/** The end of the match of a sticky expression, or the offset itself. */
function matchAt(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}
