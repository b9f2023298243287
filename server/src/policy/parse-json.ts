import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { ownCopy } from '../base/own-copy.ts';
import type { TextRange } from '../base/text-range.ts';
import type { Member, Value } from './value.ts';

/** Something that is no JSON. */
export interface JsonProblem {
  readonly code: string;
  readonly message: string;
  readonly range: TextRange;
}

export interface JsonTree {
  /** Undefined for an empty or too deeply nested text. */
  readonly root: Node | undefined;
  readonly problems: readonly JsonProblem[];
}

/** Deeper nesting is refused: no policy needs it, and a recursive parser must not run out of stack. */
export const MAX_DEPTH = 400;

/**
 * Parse JSON, tolerating every error; never throws.
 *
 * Comments are a problem unless `comments` is allowed; a trailing comma always is, because IAM refuses it.
 */
export function parseJson(text: string, comments: 'allowed' | 'refused'): JsonTree {
  const deep = firstTooDeep(text);
  if (deep !== undefined) {
    const range = { start: deep, end: deep + 1 };
    const message = `This is nested more than ${MAX_DEPTH} levels deep.`;
    return { root: undefined, problems: [{ code: 'TooDeep', message, range }] };
  }
  const errors: ParseError[] = [];
  const root = parseTree(withoutByteOrderMark(text), errors, {
    disallowComments: comments === 'refused',
    allowEmptyContent: false,
  });
  return { root, problems: errors.map((error) => problem(error, text)) };
}

/** Windows editors write it; AWS's tools read over it. Offsets stay as they are. */
function withoutByteOrderMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
}

/** The end of a node; an unclosed object or array reaches to the end of the text. */
export function endOf(node: Node, text: string): number {
  return node.length < 0 ? text.length : node.offset + node.length;
}

/**
 * The part of the tree that rules and features see. Never throws; what JSON does not allow is left out.
 *
 * `text` is what was parsed or, of a text without errors, the part of it that begins at `origin` and holds the node;
 * ranges count from there, and nothing else of the whole is kept alive.
 */
export function toValue(node: Node, text: string, origin = 0): Value {
  const start = node.offset - origin;
  const range = { start, end: node.length < 0 ? text.length : start + node.length };
  switch (node.type) {
    case 'string':
      return stringValue(node.value, text, range);
    case 'array':
      return {
        kind: 'array',
        items: (node.children ?? []).map((child) => toValue(child, text, origin)),
        range,
      };
    case 'object':
      return isIntrinsic(node) ? { kind: 'unknown', range } : objectValue(node, text, origin, range);
    case 'number':
    case 'boolean':
    case 'null':
      return { kind: 'scalar', value: node.value ?? null, range };
    default:
      return { kind: 'unknown', range };
  }
}

function stringValue(decoded: string, text: string, range: TextRange): Value {
  const isPlain = !hasEscape(text, range, decoded);
  const start = range.start + 1;
  const own = isPlain ? text.slice(start, start + decoded.length) : ownCopy(decoded);
  return { kind: 'string', text: own, range, isPlain };
}

function objectValue(node: Node, text: string, origin: number, range: TextRange): Value {
  const members: Member[] = [];
  for (const property of node.children ?? []) {
    const [keyNode, valueNode] = property.children ?? [];
    const key = keyNode && toValue(keyNode, text, origin);
    if (key?.kind !== 'string') continue;
    const value = valueNode && toValue(valueNode, text, origin);
    members.push({ key, value, range: { start: key.range.start, end: value?.range.end ?? key.range.end } });
  }
  return { kind: 'object', members, range };
}

/** `{ "Ref": … }` and `{ "Fn::Sub": … }`: CloudFormation fills them in at deployment. */
function isIntrinsic(node: Node): boolean {
  const key: unknown = node.children?.length === 1 ? node.children[0]?.children?.[0]?.value : undefined;
  return typeof key === 'string' && (key === 'Ref' || key.startsWith('Fn::'));
}

/** Also false for a string that is not closed yet but has no escapes: its offsets map one to one all the same. */
function hasEscape(text: string, { start, end }: TextRange, decoded: string): boolean {
  const rest = end - start - 1 - decoded.length;
  const isClosed = rest === 1 && text.charCodeAt(end - 1) === 34;
  return !((isClosed || rest === 0) && text.startsWith(decoded, start + 1));
}

function firstTooDeep(text: string): number | undefined {
  if (!hasManyBrackets(text)) return undefined;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) i = endOfString(text, i);
    else if (code === 123 || code === 91) {
      if (++depth > MAX_DEPTH) return i;
    } else if (code === 125 || code === 93) depth = Math.max(0, depth - 1);
  }
  return undefined;
}

/** The engine's own search is quicker than to look at each character; no usual policy has so many. */
function hasManyBrackets(text: string): boolean {
  let count = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      if (++count > MAX_DEPTH) return true;
    }
  }
  return false;
}

/** Offset of the closing quote, or of the line end where a string is not closed. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === 34 || code === 10 || code === 13) return i;
  }
  return text.length;
}

/** By the name that `printParseErrorCode` gives. */
const MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is no JSON value; strings need double quotes.',
  InvalidNumberFormat: 'This number is not written as JSON demands.',
  PropertyNameExpected: 'A key in double quotes is expected here; remove a trailing comma.',
  ValueExpected: 'A value is expected here; remove a trailing comma.',
  ColonExpected: 'A colon is expected here.',
  CommaExpected: 'A comma is expected here.',
  CloseBraceExpected: 'A closing brace is expected here.',
  CloseBracketExpected: 'A closing bracket is expected here.',
  EndOfFileExpected: 'The JSON value has ended; nothing may follow it.',
  InvalidCommentToken: 'IAM accepts no comments in a policy.',
  UnexpectedEndOfComment: 'This comment is not closed.',
  UnexpectedEndOfString: 'This string is not closed by a double quote.',
  InvalidUnicode: 'This Unicode escape is not four hexadecimal digits.',
  InvalidEscapeCharacter: 'JSON knows no such escape.',
  InvalidCharacter: 'A line break or control character must be escaped in a string.',
};

function problem({ error, offset, length }: ParseError, text: string): JsonProblem {
  const start = Math.min(offset, text.length);
  const end = Math.min(offset + length, text.length);
  const code = printParseErrorCode(error);
  return { code, message: MESSAGES[code] ?? 'This is no valid JSON.', range: { start, end } };
}
