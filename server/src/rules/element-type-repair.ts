import type { TextRange } from '../base/text-range.ts';
import { removeEntry } from '../policy/list-edit.ts';
import { parseJson } from '../policy/parse-json.ts';
import { removeItem } from '../policy/remove-item.ts';
import { type ArrayValue, type ObjectValue, oneOrMany, type Value } from '../policy/value.ts';
import type { Fix } from './rule.ts';

/** Repairs of values of the wrong JSON type; each is empty where it does not apply. */

/** Put a number or Boolean in double quotes. */
export function quoted(text: string, value: Value): readonly Fix[] {
  if (value.kind !== 'scalar' || value.value === null) return [];
  const { range } = value;
  const newText = JSON.stringify(text.slice(range.start, range.end));
  return [{ title: 'Put it in double quotes', keepsAccess: false, edits: [{ range, newText }] }];
}

/** `newText` is JSON. */
export function replaceValue({ range }: Value, newText: string): Fix {
  return { title: `Change to ${newText}`, keepsAccess: false, edits: [{ range, newText }] };
}

/** `{ "Arn": "…" }` → `"…"`, where strings are all that the object holds; inside a list without further brackets. */
export function unwrapped(
  text: string,
  { members, range }: ObjectValue,
  { isInList }: { readonly isInList: boolean },
): readonly Fix[] {
  const [only] = members;
  const value = members.length === 1 ? only?.value : undefined;
  if (!value || oneOrMany(value).some(({ kind }) => kind !== 'string')) return [];
  const written = text.slice(value.range.start, value.range.end);
  const newText = isInList && value.kind === 'array' ? written.slice(1, -1).trim() : written;
  if (newText === '') return [];
  return [
    { title: `Keep only the value of "${only?.key.text}"`, keepsAccess: false, edits: [{ range, newText }] },
  ];
}

/** Take the inner brackets away. */
export function flattened(text: string, list: ArrayValue, { range, items }: ArrayValue): readonly Fix[] {
  const inner = text.slice(range.start + 1, range.end - 1).trim();
  const edit = inner === '' && items.length === 0 ? removeEntry(list, range) : { range, newText: inner };
  return [{ title: 'Take the inner brackets away', keepsAccess: false, edits: [edit] }];
}

/** A statement, or a list of them, that was written into a string. */
export function decoded(value: Value): readonly Fix[] {
  if (value.kind !== 'string' || !isJson(value.text)) return [];
  return [
    {
      title: 'Write it as JSON',
      keepsAccess: false,
      edits: [{ range: value.range, newText: value.text.trim() }],
    },
  ];
}

function isJson(text: string): boolean {
  return /^\s*[{[]/.test(text) && parseJson(text, 'allowed').problems.length === 0;
}

/** Delete an item of a list that is known by its text only. */
export function deleteItem(text: string, range: TextRange): Fix {
  const edit = removeItem(text, range) ?? { range, newText: '' };
  return { title: 'Delete it', keepsAccess: false, edits: [edit] };
}

/** Prefer the first of several fixes; one that only deletes is never preferred. */
export function preferFirst(fixes: readonly Fix[]): readonly Fix[] {
  return fixes.map((fix, index) => (index === 0 && fixes.length > 1 ? { ...fix, isPreferred: true } : fix));
}
