import type { TextEdit } from '../base/text-edit.ts';
import { type PolicyDocument, statementAt } from './policy-document.ts';
import { removeItem } from './remove-item.ts';

/**
 * Take the statement at the offset out of its list. Ranges count from the beginning of the policy's text. Undefined
 * for the only statement, which a policy cannot do without.
 */
export function removeStatement(policy: PolicyDocument, offset: number): TextEdit | undefined {
  const placed = statementAt(policy, offset);
  if (!placed || policy.statementValue?.kind !== 'array') return undefined;
  const start = placed.offset;
  return removeItem(policy.text, { start, end: start + placed.statement.text.length });
}
