import { memoized } from '../base/memo.ts';
import type { Statement } from './statement.ts';
import type { ScalarValue, StringValue, Value } from './value.ts';

/** A value where a list may stand, alone: written as it is, or as a list of one. */
export interface SingleValue {
  readonly item: StringValue | ScalarValue;
  /** The list around it; undefined where there is none. */
  readonly list: Value | undefined;
}

/** Of actions, resources, principals and conditions; lists with comments in them are left out. */
export const singleValues = memoized((statement: Statement): readonly SingleValue[] => {
  const { text, members, principals, conditions } = statement;
  const ofElements = members.flatMap(({ key, value }) =>
    /^(?:Not)?(?:Action|Resource)$/.test(key.text) ? [value] : [],
  );
  const typed = principals.flatMap(({ type, values }) => (type ? [values] : []));
  const tested = conditions.map(({ values }) => values);
  return [...ofElements, ...typed, ...tested].flatMap((value) => single(text, value));
});

function single(text: string, value: Value | undefined): readonly SingleValue[] {
  if (value?.kind === 'string' || value?.kind === 'scalar') return [{ item: value, list: undefined }];
  if (value?.kind !== 'array' || value.items.length !== 1) return [];
  const [item] = value.items;
  if (item?.kind !== 'string' && item?.kind !== 'scalar') return [];
  const around =
    text.slice(value.range.start + 1, item.range.start) + text.slice(item.range.end, value.range.end - 1);
  return around.trim() === '' ? [{ item, list: value }] : [];
}
