import type { TextRange } from '../base/text-range.ts';
import { type PolicyDocument, statementAt } from './policy-document.ts';
import type { Member, Value } from './value.ts';

/**
 * RFC 6901 pointer from the root of the file to the value (or its key) at a range of the policy's text; to the
 * string that holds the policy where it is inside one.
 */
export function pointerTo(policy: PolicyDocument, range: TextRange): string {
  if (policy.embedding.isString) return policy.pointer;
  const placed = statementAt(policy, range.start);
  if (!placed) return policy.pointer + inMembers(policy.members, range);
  const { start, end } = range;
  const inner = { start: start - placed.offset, end: end - placed.offset };
  return policy.pointer + placed.pointer + inMembers(placed.statement.members, inner);
}

export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function inMembers(members: readonly Member[], range: TextRange): string {
  const found = members.find((member) => covers(member.range, range));
  return found ? `/${escapePointer(found.key.text)}${inValue(found.value, range)}` : '';
}

function inValue(value: Value | undefined, range: TextRange): string {
  if (!value || !covers(value.range, range)) return '';
  if (value.kind === 'object') return inMembers(value.members, range);
  if (value.kind !== 'array') return '';
  const index = value.items.findIndex((item) => covers(item.range, range));
  return index < 0 ? '' : `/${index}${inValue(value.items[index], range)}`;
}

function covers(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
