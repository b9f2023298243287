import type { PlacedStatement } from './policy-document.ts';

/** What a message calls a statement: its Sid in quotes, or its number. */
export function statementTitle({ statement, index }: PlacedStatement): string {
  const sid = statement.element('Sid')?.value;
  return sid?.kind === 'string' && sid.text !== '' ? `"${sid.text}"` : `statement ${index + 1}`;
}
