import { CREDENTIAL_ACTIONS, ESCALATING_ACTIONS, isDestructiveName } from '../iam/sensitive-action.ts';
import type { Catalogue } from './catalogue.ts';
import { accessLevelOf } from './find-action.ts';

/** Why an action is dangerous: it changes who may do what, hands out credentials, or takes away. */
export type SensitiveKind = 'permissions' | 'credentials' | 'destructive';

export const SENSITIVE_KINDS: readonly SensitiveKind[] = ['permissions', 'credentials', 'destructive'];

/** Of an action by its full name (`iam:PassRole`); the first that holds, undefined for all others and unknown names. */
export function sensitiveKind(catalogue: Catalogue, action: string): SensitiveKind | undefined {
  const name = action.slice(action.indexOf(':') + 1);
  const level = accessLevelOf(catalogue, action);
  const key = action.toLowerCase();
  if (level === undefined) return undefined;
  if (CREDENTIALS.has(key)) return 'credentials';
  if (level === 'Permissions management' || ESCALATING.has(key)) return 'permissions';
  return level === 'Write' && isDestructiveName(name) ? 'destructive' : undefined;
}

const CREDENTIALS = fullNames(CREDENTIAL_ACTIONS);
const ESCALATING = fullNames(ESCALATING_ACTIONS);

function fullNames(table: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(
    Object.entries(table).flatMap(([prefix, names]) =>
      names.split(' ').map((name) => `${prefix}:${name}`.toLowerCase()),
    ),
  );
}
