import { parseConditionOperator } from '../iam/condition-operator.ts';
import { statementElement } from '../iam/element.ts';
import { principalType } from '../iam/principal-type.ts';

/** What brackets are about: a bracket, a key (a text with a colon behind it) or any other text. */
export interface ShapeToken {
  readonly kind: 'open' | 'close' | 'key' | 'text';
  /** The bracket, or the key without its quotes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where what stands before it ends, commas and colons included. */
  readonly gapStart: number;
  /** White space before it where it is the first of its line, else undefined. */
  readonly indent: number | undefined;
  /** White space at the beginning of its line. */
  readonly lineIndent: number;
}

/** How far a text has been read as a policy, as a value: what is read next makes another one. */
export interface Shape {
  readonly frame: ShapeFrame | undefined;
  readonly isEnded: boolean;
  /** The key whose value comes next. */
  readonly key: string | undefined;
  /** How much of what was read does not look like a policy, nor like the layout of one. */
  readonly cost: number;
}

/** A bracket that is not closed yet, and those around it. */
export interface ShapeFrame {
  readonly outer: ShapeFrame | undefined;
  readonly bracket: ShapeToken;
  readonly role: Role;
  readonly keys: KeyList | undefined;
  /** That of the first entry that begins a line. */
  readonly entryIndent: number | undefined;
  readonly isEmpty: boolean;
}

interface KeyList {
  readonly key: string;
  readonly others: KeyList | undefined;
}

/** What stands in the brackets; `any` is an object or a list that tells nothing yet. */
type Role = 'any' | 'policy' | 'statements' | 'statement' | 'principal' | 'condition' | 'tests' | 'strings';

export const BEGIN: Shape = { frame: undefined, isEnded: false, key: undefined, cost: 0 };

/** Read one more token; undefined where no reading of the brackets is left. */
export function readOn(shape: Shape, token: ShapeToken): Shape | undefined {
  if (shape.isEnded) return token.kind === 'open' || token.kind === 'close' ? undefined : paid(shape, BROKEN);
  if (token.kind === 'close') return close(shape, token);
  const { frame, key } = shape;
  if (!frame) return token.kind === 'open' ? open(shape, token, 'any') : paid(shape, BROKEN);

  const entered = enterFrame(frame, token, key !== undefined);
  const layout = entered.cost;
  if (token.kind === 'key') {
    const named = addKey(entered.frame, token.text);
    const cost = shape.cost + layout + named.cost + (key === undefined ? 0 : BROKEN);
    return { frame: named.frame, isEnded: false, key: token.text, cost };
  }
  const cost = shape.cost + layout + costOfValue(frame, key, token);
  const next = { frame: entered.frame, isEnded: false, key: undefined, cost };
  return token.kind === 'open' ? open(next, token, roleBehind(frame, key, token.text)) : next;
}

/** Never in JSON. */
const BROKEN = 3;
/** Never in a policy. */
const MISPLACED = 2;
/** Perhaps a slip of another sort. */
const STRANGE = 1;

const paid = (shape: Shape, cost: number): Shape => ({ ...shape, cost: shape.cost + cost });

function open(shape: Shape, bracket: ShapeToken, role: Role): Shape {
  const frame = {
    outer: shape.frame,
    bracket,
    role,
    keys: undefined,
    entryIndent: undefined,
    isEmpty: true,
  };
  return { ...shape, frame, key: undefined };
}

function close(shape: Shape, token: ShapeToken): Shape | undefined {
  const { frame, key } = shape;
  if (!frame || token.text !== (frame.bracket.text === '{' ? '}' : ']')) return undefined;
  const isOutOfLine = token.indent !== undefined && token.indent !== frame.bracket.lineIndent;
  const cost =
    shape.cost +
    (isOutOfLine ? STRANGE : 0) +
    (frame.isEmpty ? STRANGE : 0) +
    (key === undefined ? 0 : MISPLACED) +
    costOfMissing(frame);
  return { frame: frame.outer, isEnded: frame.outer === undefined, key: undefined, cost };
}

/** A statement needs both, so one without is a half of one. */
function costOfMissing({ role, keys }: ShapeFrame): number {
  if (role !== 'statement') return 0;
  return Number(!hasKey(keys, 'Effect')) + Number(!hasKey(keys, 'Action') && !hasKey(keys, 'NotAction'));
}

/** An entry of a frame begins, unless it is the value of a key. */
function enterFrame(frame: ShapeFrame, { indent }: ShapeToken, isValue: boolean) {
  if (isValue || indent === undefined || frame.entryIndent === indent) {
    return { frame: frame.isEmpty ? { ...frame, isEmpty: false } : frame, cost: 0 };
  }
  const isFirst = frame.entryIndent === undefined;
  const cost = isFirst ? 0 : STRANGE;
  return { frame: { ...frame, isEmpty: false, entryIndent: isFirst ? indent : frame.entryIndent }, cost };
}

function addKey(frame: ShapeFrame, key: string): { frame: ShapeFrame; cost: number } {
  const { role, keys, bracket } = frame;
  const isPolicy = role === 'any' && (key === 'Statement' || key === 'Version');
  const cost = (bracket.text === '[' ? BROKEN : costOfKey(role, key)) + (hasKey(keys, key) ? MISPLACED : 0);
  return { frame: { ...frame, role: isPolicy ? 'policy' : role, keys: { key, others: keys } }, cost };
}

function costOfKey(role: Role, key: string): number {
  const isElement = statementElement(key) !== undefined;
  switch (role) {
    case 'statement':
      return isElement ? 0 : parseConditionOperator(key) || key.includes(':') ? MISPLACED : STRANGE;
    case 'condition':
      if (parseConditionOperator(key)) return 0;
      return isElement || key.includes(':') ? MISPLACED : STRANGE;
    case 'tests':
      if (isElement || parseConditionOperator(key)) return MISPLACED;
      return key.includes(':') ? 0 : STRANGE;
    case 'principal':
      return principalType(key) ? 0 : isElement ? MISPLACED : STRANGE;
    case 'policy':
      return isElement && key !== 'Sid' ? MISPLACED : 0;
    default:
      return 0;
  }
}

function costOfValue(
  { role, bracket }: ShapeFrame,
  key: string | undefined,
  { kind, text }: ShapeToken,
): number {
  if (bracket.text === '[') {
    const wantsObjects = role === 'statements';
    if (role === 'any') return 0;
    return (kind === 'open' && text === '{') === wantsObjects && text !== '[' ? 0 : MISPLACED;
  }
  if (key === undefined) return BROKEN;
  const isList = text === '[';
  if (role === 'tests' || role === 'principal') return text === '{' && kind === 'open' ? MISPLACED : 0;
  if (role === 'condition' || (role === 'statement' && key === 'Condition')) {
    return kind === 'open' && !isList ? 0 : MISPLACED;
  }
  if (role === 'policy' && key === 'Statement') return kind === 'open' ? 0 : MISPLACED;
  if (role !== 'statement' || kind === 'text') return 0;
  const takesObject = key === 'Principal' || key === 'NotPrincipal';
  return (isList || takesObject) && key !== 'Effect' && key !== 'Sid' ? 0 : MISPLACED;
}

function roleBehind({ role, bracket }: ShapeFrame, key: string | undefined, opened: string): Role {
  if (role === 'policy' && key === 'Statement') return opened === '[' ? 'statements' : 'statement';
  if (role === 'statements') return opened === '{' ? 'statement' : 'any';
  if (role === 'condition' && bracket.text === '{') return opened === '{' ? 'tests' : 'strings';
  if (role === 'tests' || role === 'principal') return 'strings';
  if (role !== 'statement') return 'any';
  if (opened === '[') return 'strings';
  if (key === 'Condition') return 'condition';
  return key === 'Principal' || key === 'NotPrincipal' ? 'principal' : 'any';
}

function hasKey(keys: KeyList | undefined, wanted: string): boolean {
  for (let list = keys; list; list = list.others) if (list.key === wanted) return true;
  return false;
}
