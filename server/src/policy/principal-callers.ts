import { memoized } from '../base/memo.ts';
import { principalType } from '../iam/principal-type.ts';
import { everyone } from './everyone.ts';
import { isDynamic } from './placeholder.ts';
import type { Statement } from './statement.ts';
import { oneOrMany } from './value.ts';

/**
 * Who is named in a `Principal`: AWS services alone, or identities alone (accounts, users, roles, people signed in by
 * an identity provider). Undefined for a type that does not exist, for both, for everyone, for `NotPrincipal`, and where a name is not known before
 * deployment.
 */
export type PrincipalCallers = 'services' | 'identities';

export const principalCallers = memoized((statement: Statement): PrincipalCallers | undefined => {
  const { principals } = statement;
  if (principals.length === 0 || everyone(statement)) return undefined;
  const isKnown = principals.every(
    ({ element, type, values }) =>
      element === 'Principal' &&
      type !== undefined &&
      principalType(type.text) !== undefined &&
      oneOrMany(values).length > 0 &&
      oneOrMany(values).every((value) => value.kind === 'string' && tellsItsKind(value.text)),
  );
  if (!isKnown) return undefined;
  const services = principals.filter(({ type }) => type?.text === 'Service');
  if (services.length === principals.length) return 'services';
  return services.length === 0 ? 'identities' : undefined;
});

/** `arn:aws:iam::${account}:root` is an account, whichever it is; `${principal}` may be anything. */
function tellsItsKind(text: string): boolean {
  return !isDynamic(text) || text.startsWith('arn:');
}
