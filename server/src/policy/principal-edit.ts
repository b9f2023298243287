import type { TextEdit } from '../base/text-edit.ts';
import { insertAfter, insertLast, removeEntry } from './list-edit.ts';
import type { PrincipalString } from './principal-strings.ts';
import type { Statement } from './statement.ts';
import { type Member, member, type ObjectValue, oneOrMany } from './value.ts';

/** Take a principal out of its list, or its type out of the element; undefined where nobody would be left. */
export function removePrincipal(statement: Statement, principal: PrincipalString): TextEdit | undefined {
  const place = placeOf(statement, principal);
  if (!place) return undefined;
  const { object, entry } = place;
  if (entry.value?.kind === 'array' && entry.value.items.length > 1) {
    return removeEntry(entry.value, principal.range);
  }
  return object.members.length > 1 ? removeEntry(object, entry.range) : undefined;
}

/** Put a principal under another type, beside those that stand there; `text` is what stands between the quotes. */
export function movePrincipal(
  statement: Statement,
  principal: PrincipalString,
  type: string,
  text = JSON.stringify(principal.text).slice(1, -1),
): readonly TextEdit[] | undefined {
  const place = placeOf(statement, principal);
  if (!place) return undefined;
  const { object, entry } = place;
  const newText = `"${text}"`;
  const target = member(object, type);
  const isOnly = oneOrMany(entry.value).length === 1;
  if (!target && isOnly) {
    return [
      { range: entry.key.range, newText: `"${type}"` },
      { range: principal.range, newText },
    ];
  }
  const added = target
    ? addedTo(statement.text, target, newText)
    : insertAfter(statement.text, object, entry.range, `"${type}": ${newText}`);
  const removed = removePrincipal(statement, principal);
  return added && removed ? [removed, added] : undefined;
}

function addedTo(text: string, { value }: Member, newItem: string): TextEdit | undefined {
  if (value?.kind === 'array') return insertLast(text, value, newItem);
  if (value?.kind !== 'string') return undefined;
  const own = text.slice(value.range.start, value.range.end);
  return { range: value.range, newText: `[${own}, ${newItem}]` };
}

function placeOf(
  statement: Statement,
  { element, value }: PrincipalString,
): { readonly object: ObjectValue; readonly entry: Member } | undefined {
  for (const { key, value: object } of statement.members) {
    if (key.text !== element || object?.kind !== 'object') continue;
    const entry = object.members.find((one) => oneOrMany(one.value).includes(value));
    if (entry) return { object, entry };
  }
  return undefined;
}
