import { getLocation, type Location } from 'jsonc-parser';
import { touches } from '../base/text-range.ts';
import {
  type PlacedStatement,
  type PolicyDocument,
  type PolicyFile,
  statementAt,
} from './policy-document.ts';
import { type Slot, slotAt } from './slot.ts';

/** Where the cursor stands in a policy, resolved once; completion and hover switch on `at`. */
export type Cursor =
  | { readonly at: 'nothing' }
  | PolicyPlace<'policyElement'>
  | PolicyPlace<'version'>
  | PolicyPlace<'id'>
  | PolicyPlace<'statement'>
  | StatementPlace<'statementElement'>
  | StatementPlace<'sid'>
  | StatementPlace<'effect'>
  | (StatementPlace<'action'> & { readonly element: 'Action' | 'NotAction' })
  | (StatementPlace<'resource'> & { readonly element: 'Resource' | 'NotResource' })
  | (StatementPlace<'principalType'> & { readonly element: 'Principal' | 'NotPrincipal' })
  | (StatementPlace<'principal'> & {
      readonly element: 'Principal' | 'NotPrincipal';
      /** `AWS`, `Service` …; undefined for a principal that is a bare string. */
      readonly type: string | undefined;
    })
  | StatementPlace<'conditionOperator'>
  | (StatementPlace<'conditionKey'> & { readonly operator: string })
  | (StatementPlace<'conditionValue'> & { readonly operator: string; readonly key: string });

export interface PolicyPlace<At extends string> {
  readonly at: At;
  readonly policy: PolicyDocument;
  /** In the text of the policy. */
  readonly slot: Slot;
}

export interface StatementPlace<At extends string> extends PolicyPlace<At> {
  readonly placed: PlacedStatement;
}

/** The place in `file` at an offset of the file; `nothing` outside policies and where no policy has a say. */
export function cursorAt(file: PolicyFile, offset: number): Cursor {
  for (const policy of file.policies) {
    const inner = policy.embedding.fromFile(offset);
    if (inner !== undefined && touches(policy.range, inner)) return cursorInPolicy(policy, inner);
  }
  return NOTHING;
}

const NOTHING: Cursor = { at: 'nothing' };

function cursorInPolicy(policy: PolicyDocument, offset: number): Cursor {
  const placed = statementAt(policy, offset);
  if (placed && isInside(placed, offset)) return cursorInStatement(policy, placed, offset);
  const list = policy.statementValue;
  if (list?.kind === 'array' && list.range.start < offset && offset <= list.range.end) {
    const isBehind = offset === list.range.end && policy.text[offset - 1] === ']';
    if (!isBehind) return { at: 'statement', policy, slot: slotAt(policy.text, offset, false) };
  }
  return cursorInHeader(policy, offset);
}

/** Between the braces, or behind the last character of an object that is not closed yet. */
function isInside({ statement, offset: start }: PlacedStatement, offset: number): boolean {
  const end = start + statement.text.length;
  return start < offset && (offset < end || (offset === end && !statement.text.endsWith('}')));
}

function cursorInHeader(policy: PolicyDocument, offset: number): Cursor {
  const { start, end } = policy.range;
  const location = getLocation(policy.text.slice(start, end), offset - start);
  const [name] = location.path;
  if (location.path.length !== 1) return NOTHING;
  const isKey = isAtKey(policy, location, offset);
  const slot = slotAt(policy.text, offset, isKey);
  if (isKey) return { at: 'policyElement', policy, slot };
  if (name === 'Version') return { at: 'version', policy, slot };
  if (name === 'Id') return { at: 'id', policy, slot };
  const isBeforeList = !policy.statementValue || offset <= policy.statementValue.range.start;
  return name === 'Statement' && isBeforeList ? { at: 'statement', policy, slot } : NOTHING;
}

function cursorInStatement(policy: PolicyDocument, placed: PlacedStatement, offset: number): Cursor {
  const location = getLocation(placed.statement.text, offset - placed.offset);
  const isAtPropertyKey = isAtKey(policy, location, offset);
  const slot = slotAt(policy.text, offset, isAtPropertyKey);
  return elementCursor({ policy, placed, slot }, { ...location, isAtPropertyKey });
}

/** Also behind a finished value whose comma is still missing. */
function isAtKey(policy: PolicyDocument, { path, isAtPropertyKey }: Location, offset: number): boolean {
  if (isAtPropertyKey || typeof path.at(-1) !== 'string') return isAtPropertyKey;
  const { commaBefore, range } = slotAt(policy.text, offset, true);
  return commaBefore !== undefined && commaBefore < range.start;
}

type Place = Omit<StatementPlace<'nothing'>, 'at'>;

function elementCursor(place: Place, { path, isAtPropertyKey }: Location): Cursor {
  const [element, second] = path;
  const depth = path.length;
  if (isAtPropertyKey && depth === 1) return { at: 'statementElement', ...place };
  switch (element) {
    case 'Sid':
      return depth === 1 ? { at: 'sid', ...place } : NOTHING;
    case 'Effect':
      return depth === 1 ? { at: 'effect', ...place } : NOTHING;
    case 'Action':
    case 'NotAction':
      return isListed(path) && !isAtPropertyKey ? { at: 'action', element, ...place } : NOTHING;
    case 'Resource':
    case 'NotResource':
      return isListed(path) && !isAtPropertyKey ? { at: 'resource', element, ...place } : NOTHING;
    case 'Principal':
    case 'NotPrincipal': {
      if (isAtPropertyKey) return depth === 2 ? { at: 'principalType', element, ...place } : NOTHING;
      const type = typeof second === 'string' ? second : undefined;
      return { at: 'principal', element, type, ...place };
    }
    case 'Condition':
      return conditionCursor(place, path.slice(1), isAtPropertyKey);
    default:
      return NOTHING;
  }
}

/** The element's value itself, or an item of its list. */
function isListed(path: Location['path']): boolean {
  return path.length === 1 || (path.length === 2 && typeof path[1] === 'number');
}

function conditionCursor(place: Place, path: Location['path'], isAtPropertyKey: boolean): Cursor {
  const [operator, key] = path;
  if (isAtPropertyKey && path.length === 1) return { at: 'conditionOperator', ...place };
  if (typeof operator !== 'string') return NOTHING;
  if (isAtPropertyKey && path.length === 2) return { at: 'conditionKey', operator, ...place };
  return typeof key === 'string' && !isAtPropertyKey
    ? { at: 'conditionValue', operator, key, ...place }
    : NOTHING;
}
