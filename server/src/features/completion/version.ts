import type { CompletionProvider } from './completion.ts';
import { quoted } from './quoted.ts';

/** The date that everyone wants first; the old one only so that a reader of old policies finds it explained. */
export const completeVersion: CompletionProvider<'version'> = () => [
  quoted('2012-10-17', { kind: 'value', rank: 0, description: 'current', subject: 'version:2012-10-17' }),
  quoted('2008-10-17', {
    kind: 'value',
    rank: 1,
    description: 'no policy variables',
    subject: 'version:2008-10-17',
    isDeprecated: true,
  }),
];
