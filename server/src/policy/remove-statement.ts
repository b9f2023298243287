import type { TextEdit } from '../base/text-edit.ts';
import { type PolicyDocument, statementAt } from './policy-document.ts';

/**
 * Take the statement at the offset out of its list, with the comma that becomes superfluous. Ranges count from the
 * beginning of the policy's text. Undefined for the only statement, which a policy cannot do without.
 */
export function removeStatement(policy: PolicyDocument, offset: number): TextEdit | undefined {
  const placed = statementAt(policy, offset);
  if (!placed || policy.statementValue?.kind !== 'array') return undefined;
  const { text } = policy;
  const start = placed.offset;
  const end = start + placed.statement.text.length;
  const next = skipBlanks(text, end);
  if (text[next] === ',') return { range: { start, end: skipBlanks(text, next + 1) }, newText: '' };
  const previous = skipBlanksBack(text, start) - 1;
  return text[previous] === ',' ? { range: { start: previous, end }, newText: '' } : undefined;
}

function skipBlanks(text: string, offset: number): number {
  let at = offset;
  while (/\s/.test(text[at] ?? '')) at++;
  return at;
}

function skipBlanksBack(text: string, offset: number): number {
  let at = offset;
  while (/\s/.test(text[at - 1] ?? '')) at--;
  return at;
}
