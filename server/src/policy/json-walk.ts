import type { TextRange } from '../base/text-range.ts';
import { deletion, type JsonSlip, jsonSlip, repairBy } from './json-slip.ts';
import { type JsonExpectation, type JsonScanner, type JsonToken, named } from './json-token.ts';

/** What a step leaves to be read. */
export type Next = JsonExpectation | 'nothing';

/** Where reading a text that may be no JSON stands; every step changes it. */
export interface Walk {
  readonly text: string;
  readonly scanner: JsonScanner;
  readonly report: (slip: JsonSlip) => void;
  /** The opening brackets that wait for their closing ones. */
  readonly frames: Frame[];
  expected: Next;
  token: JsonToken;
  /** Where the last token that was taken ends. */
  end: number;
  /** The comma right before the token. */
  comma: JsonToken | undefined;
  /** The key whose value comes next. */
  key: JsonToken | undefined;
  /** The last string, number or word, with the comma that stood before it. */
  last: { readonly token: JsonToken; readonly comma: JsonToken | undefined } | undefined;
}

/** `{` or `[`, and where it stands. */
export type Frame = Pick<JsonToken, 'text' | 'range'>;

/** Go on behind the token. */
export function take(walk: Walk, expected: JsonExpectation): Next {
  walk.end = walk.token.range.end;
  walk.token = walk.scanner.next(walk.end, expected);
  return expected;
}

/** Expect something else of the same token; a word has other bounds then. */
export function goOn(walk: Walk, expected: JsonExpectation): Next {
  if (walk.token.kind === 'word') walk.token = walk.scanner.next(walk.token.range.start, expected);
  return expected;
}

/** Enter an object or list. */
export function enter(walk: Walk): Next {
  walk.frames.push(walk.token);
  walk.key = undefined;
  walk.comma = undefined;
  walk.last = undefined;
  return take(walk, entryOf(walk.token));
}

/** Leave an object or list, whose closing bracket is taken or will be inserted. */
export function leave(walk: Walk): void {
  walk.frames.pop();
  walk.comma = undefined;
  walk.last = undefined;
}

/** A token too many: report it and read on as if it were not there. */
export function drop(walk: Walk): Next {
  const { token, report, scanner } = walk;
  const repair = repairBy(`Delete ${named(token)}`, deletion(token.range));
  report(jsonSlip(`This ${named(token)} is one too many.`, token.range, repair));
  const expected = walk.expected as JsonExpectation;
  walk.token = scanner.next(token.range.end, expected);
  return expected;
}

export const entryOf = (frame: Frame | undefined): JsonExpectation => (frame?.text === '{' ? 'key' : 'value');

export const closerOf = (frame: Frame | undefined): string =>
  frame?.text === '{' ? '}' : frame?.text === '[' ? ']' : '';

export const isOpening = ({ kind, text }: JsonToken): boolean =>
  kind === 'punctuation' && (text === '{' || text === '[');

/** A string, or what may be meant as one. */
export const isText = ({ kind }: JsonToken): boolean =>
  kind === 'string' || kind === 'literal' || kind === 'word';

/** The first character behind the range that is no white space; empty at the end. */
export function charAfter({ text }: Walk, { end }: TextRange): string {
  const space = /\s*/y;
  space.lastIndex = end;
  space.test(text);
  return text[space.lastIndex] ?? '';
}
