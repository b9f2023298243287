import { shifted, type TextRange } from '../base/text-range.ts';
import type { PlacedStatement, PolicyDocument } from '../policy/policy-document.ts';
import { removeStatement } from '../policy/remove-statement.ts';
import { deleteStatement } from './delete-statement.ts';
import type { Fix } from './rule.ts';

/** Where a rule about policies reports a whole statement that has an Effect: there. */
export function effectRange({ statement, offset }: PlacedStatement): TextRange {
  const range = statement.element('Effect')?.value?.range ?? { start: 0, end: 1 };
  return shifted(range, offset);
}

/** `deleteStatement` for a rule about policies. */
export function deletePlaced(policy: PolicyDocument, { offset }: PlacedStatement): readonly Fix[] {
  return deleteStatement(removeStatement(policy, offset));
}
