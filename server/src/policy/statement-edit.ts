import type { TextEdit } from '../base/text-edit.ts';
import { layoutOf, renderMembers } from './layout.ts';
import type { Statement } from './statement.ts';

/**
 * Put new statements behind this one; where `Statement` is a single object it becomes a list. The values of their
 * members are JSON texts, laid out for level 1.
 */
export function addStatementAfter(
  statement: Statement,
  { isInList }: { readonly isInList: boolean },
  ...added: readonly Readonly<Record<string, string>>[]
): readonly TextEdit[] {
  const layout = layoutOf(statement);
  const end = statement.text.length;
  const newText = added
    .map((members) => `,${layout.lineBreak ?? ' '}${renderMembers(members, layout, 0)}`)
    .join('');
  if (isInList) return [{ range: { start: end, end }, newText }];
  return [
    { range: { start: 0, end: 0 }, newText: '[' },
    { range: { start: end, end }, newText: `${newText}]` },
  ];
}
