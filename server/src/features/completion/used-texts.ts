import type { PolicyDocument } from '../../policy/policy-document.ts';
import type { Statement } from '../../policy/statement.ts';

/** A text that stands in this policy, or in another one that is open. */
export interface UsedText {
  readonly text: string;
  readonly description: string;
}

const MAX_TEXTS = 100;

/** What the statements of this policy, then those of other open ones, already say at the same kind of place. */
export function usedTexts(
  policy: PolicyDocument,
  others: readonly PolicyDocument[],
  textsOf: (statement: Statement) => readonly string[],
): readonly UsedText[] {
  const found = new Map<string, string>();
  const add = ({ statements }: PolicyDocument, description: string): void => {
    for (const { statement } of statements) {
      for (const text of textsOf(statement)) {
        if (found.size < MAX_TEXTS && text !== '' && text !== '*' && !found.has(text))
          found.set(text, description);
      }
    }
  };
  add(policy, 'in this policy');
  for (const other of others) add(other, 'in another open policy');
  return [...found].map(([text, description]) => ({ text, description }));
}
