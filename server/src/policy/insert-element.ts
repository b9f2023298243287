import type { TextEdit } from '../base/text-edit.ts';
import { STATEMENT_ELEMENTS } from '../iam/element.ts';
import { insertAfter, insertFirst } from './list-edit.ts';
import type { Statement } from './statement.ts';

/** Put an element, written as JSON, where AWS's own policies have it: behind the last one that they write before it. */
export function insertElement({ text, object, members }: Statement, name: string, value: string): TextEdit {
  const rank = rankOf(name);
  const before = members.findLast(({ key }) => rankOf(key.text) < rank);
  const entry = `${JSON.stringify(name)}: ${value}`;
  return before ? insertAfter(text, object, before.range, entry) : insertFirst(text, object, entry);
}

/** An element that AWS does not know stands behind all others. */
function rankOf(name: string): number {
  const rank = STATEMENT_ELEMENTS.findIndex((element) => element.name === name);
  return rank < 0 ? STATEMENT_ELEMENTS.length : rank;
}
