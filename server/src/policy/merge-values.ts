import type { TextEdit } from '../base/text-edit.ts';
import { insertFirst, insertLast } from './list-edit.ts';
import { type ArrayValue, type Member, type ObjectValue, oneOrMany, type Value } from './value.ts';

/**
 * Edits on `into` after which it also says what `from` says: lists get the items they lack, objects the members they
 * lack, those they share are merged in turn. `asText` joins lists whose items are not known, as they are written.
 *
 * Undefined where an object meets something else.
 */
export function mergeValues(
  text: string,
  into: Value | undefined,
  from: Value | undefined,
  { asText }: { readonly asText: boolean },
): readonly TextEdit[] | undefined {
  if (!into || !from) return undefined;
  if (asText) return mergeText(text, into, from);
  if (into.kind === 'object' && from.kind === 'object') return mergeObjects(text, into, from);
  return into.kind === 'object' || from.kind === 'object' ? undefined : mergeLists(text, into, from);
}

function mergeObjects(text: string, into: ObjectValue, from: ObjectValue): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const added: Member[] = [];
  for (const entry of from.members) {
    const same = into.members.find(({ key }) => key.text === entry.key.text);
    if (!same) {
      added.push(entry);
      continue;
    }
    const inner = mergeValues(text, same.value, entry.value, { asText: false });
    if (!inner) return undefined;
    edits.push(...inner);
  }
  return [
    ...edits,
    ...insertAll(
      text,
      into,
      added.map(({ range }) => written(text, { range })),
    ),
  ];
}

function mergeLists(text: string, into: Value, from: Value): readonly TextEdit[] {
  const own = oneOrMany(into).map((item) => written(text, item));
  const added = oneOrMany(from)
    .map((item) => written(text, item))
    .filter((item) => !own.includes(item));
  if (into.kind === 'array') return insertAll(text, into, added);
  return added.length === 0 ? [] : [{ range: into.range, newText: `[${[...own, ...added].join(', ')}]` }];
}

/** At the end of a container, each entry as its neighbours stand. */
function insertAll(
  text: string,
  into: ObjectValue | ArrayValue,
  entries: readonly string[],
): readonly TextEdit[] {
  const isEmpty = (into.kind === 'object' ? into.members : into.items).length === 0;
  if (!isEmpty) return entries.map((entry) => insertLast(text, into, entry));
  return entries.length === 0 ? [] : [insertFirst(text, into, entries.join(', '))];
}

function mergeText(text: string, into: Value, from: Value): readonly TextEdit[] {
  const added = entriesOf(text, from);
  const { start, end } = into.range;
  if (added === '') return [];
  if (into.kind !== 'array') {
    return [
      { range: { start, end: start }, newText: '[' },
      { range: { start: end, end }, newText: `, ${added}]` },
    ];
  }
  const own = entriesOf(text, into);
  const before = /^\s*/.exec(text.slice(start + 1, end))?.[0] ?? '';
  const at = start + 1 + before.length + own.length;
  const separator = own === '' ? '' : `,${before.includes('\n') ? before : ' '}`;
  return [{ range: { start: at, end: at }, newText: separator + added }];
}

/** What stands between the brackets. */
function entriesOf(text: string, value: Value): string {
  const all = written(text, value);
  return value.kind === 'array' ? all.slice(1, -1).trim() : all;
}

function written(text: string, { range }: Pick<Value, 'range'>): string {
  return text.slice(range.start, range.end);
}
