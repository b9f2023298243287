import type { Cursor } from '../../policy/cursor.ts';
import type { Member, StringValue, Value } from '../../policy/value.ts';

/** The key or string that contains an offset of the policy's text; its range is in that text, too. */
export function hoveredString(
  cursor: Exclude<Cursor, { at: 'nothing' }>,
  offset: number,
): StringValue | undefined {
  if (!('placed' in cursor)) return inMembers(cursor.policy.members, offset);
  const base = cursor.placed.offset;
  const found = inMembers(cursor.placed.statement.members, offset - base);
  return found && { ...found, range: { start: found.range.start + base, end: found.range.end + base } };
}

function inMembers(members: readonly Member[], offset: number): StringValue | undefined {
  const member = members.find(({ range }) => contains(range, offset));
  return member && (contains(member.key.range, offset) ? member.key : inValue(member.value, offset));
}

function inValue(value: Value | undefined, offset: number): StringValue | undefined {
  if (!value || !contains(value.range, offset)) return;
  if (value.kind === 'string') return value;
  if (value.kind === 'object') return inMembers(value.members, offset);
  return value.kind === 'array'
    ? inValue(
        value.items.find(({ range }) => contains(range, offset)),
        offset,
      )
    : undefined;
}

const contains = ({ start, end }: Value['range'], offset: number): boolean => start <= offset && offset < end;
