import { intersects, type TextRange } from '../../base/text-range.ts';
import type { PlacedStatement, PolicyDocument, PolicyFile } from '../../policy/policy-document.ts';
import { whyNotNarrow } from './narrowing.ts';

export interface StatementToNarrow {
  readonly policy: PolicyDocument;
  readonly placed: PlacedStatement;
}

/** Of the statements that can be narrowed those that a range of the file touches, or all where it touches none. */
export function statementsToNarrow(file: PolicyFile, range: TextRange): readonly StatementToNarrow[] {
  const all = file.policies.flatMap((policy) =>
    policy.statements
      .filter(({ statement }) => whyNotNarrow(statement) === undefined)
      .map((placed) => ({ policy, placed })),
  );
  const touched = all.filter(({ policy, placed: { statement, offset } }) =>
    intersects(policy.embedding.toFile({ start: offset, end: offset + statement.text.length }), range),
  );
  return touched.length > 0 ? touched : all;
}
