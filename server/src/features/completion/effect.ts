import type { CompletionProvider } from './completion.ts';
import { quoted } from './quoted.ts';

export const completeEffect: CompletionProvider<'effect'> = () =>
  ['Allow', 'Deny'].map((label, rank) => quoted(label, { kind: 'value', rank, subject: `effect:${label}` }));
