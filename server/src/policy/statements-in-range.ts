import { intersects, type TextRange } from '../base/text-range.ts';
import type { PlacedStatement, PolicyDocument, PolicyFile } from './policy-document.ts';

/** A statement with the policy it belongs to. */
export interface StatementOfPolicy {
  readonly policy: PolicyDocument;
  readonly placed: PlacedStatement;
}

/** The statements that a range of the file touches; all of them without a range. */
export function* statementsInRange(file: PolicyFile, range?: TextRange): Generator<StatementOfPolicy> {
  for (const policy of file.policies) {
    if (range && !intersects(policy.embedding.toFile(policy.range), range)) continue;
    for (const placed of policy.statements) {
      const { offset, statement } = placed;
      const own = { start: offset, end: offset + statement.text.length };
      if (!range || intersects(policy.embedding.toFile(own), range)) yield { policy, placed };
    }
  }
}
