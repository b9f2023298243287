import { counted } from '../../base/plural.ts';
import { everyone } from '../../policy/everyone.ts';
import type { Statement } from '../../policy/statement.ts';
import { oneOrMany } from '../../policy/value.ts';

/** Whom a statement is about: `everyone`, `2 principals`, `all but 1 principal`. Undefined where it names nobody. */
export function principalPhrase(statement: Statement): string | undefined {
  const { principals } = statement;
  if (principals.length === 0) return undefined;
  if (everyone(statement)) return 'everyone';
  const count = principals.reduce((sum, { values }) => sum + oneOrMany(values).length, 0);
  const isService = principals.every(({ type }) => type?.text === 'Service');
  const phrase = counted(count, isService ? 'service' : 'principal');
  return principals.some(({ element }) => element === 'NotPrincipal') ? `all but ${phrase}` : phrase;
}
