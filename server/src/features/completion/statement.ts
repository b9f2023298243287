import type { Completion, CompletionProvider } from './completion.ts';
import { statementSnippet } from './statement-snippet.ts';

/** New statements, only where a statement may stand. */
export const completeStatement: CompletionProvider<'statement'> = ({ policy, slot }) => {
  if (slot.isQuoted) return [];
  const { policyType } = policy.type;
  return (['Allow', 'Deny'] as const).map(
    (effect, rank): Completion => ({
      label: `${effect} statement`,
      kind: 'statement',
      newText: statementSnippet(policyType, effect),
      isSnippet: true,
      filterText: `${slot.text}${effect}`,
      rank,
      subject: `effect:${effect}`,
    }),
  );
};
