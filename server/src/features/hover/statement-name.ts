import { codeSpan } from '../../base/markdown.ts';
import type { PlacedStatement } from '../../policy/policy-document.ts';

/** The Sid of a statement as a code span; without one its number. */
export function statementName({ statement, index }: PlacedStatement): string {
  const sid = statement.element('Sid')?.value;
  return sid?.kind === 'string' && sid.text !== '' ? codeSpan(sid.text) : `statement ${index + 1}`;
}
