import type { Statement } from '../policy/statement.ts';
import type { ScalarValue } from '../policy/value.ts';
import type { Fix } from './rule.ts';

/** A fix that puts numbers and Booleans into quotes, as they are written; AWS reads them alike. */
export function quoteValues({ text }: Statement, values: readonly ScalarValue[]): readonly Fix[] {
  return [
    {
      title: values.length === 1 ? 'Put quotes around it' : `Put quotes around ${values.length} values`,
      keepsAccess: true,
      isPreferred: true,
      edits: values.map(({ range }) => ({ range, newText: `"${text.slice(range.start, range.end)}"` })),
    },
  ];
}
