import { movePrincipal, removePrincipal } from '../policy/principal-edit.ts';
import type { PrincipalString } from '../policy/principal-strings.ts';
import type { Statement } from '../policy/statement.ts';
import type { Fix } from './rule.ts';

/** Takes one principal out; none where nobody would be left. */
export function deletePrincipal(statement: Statement, principal: PrincipalString): readonly Fix[] {
  const edit = removePrincipal(statement, principal);
  return edit ? [{ title: `Delete "${principal.text}"`, keepsAccess: false, edits: [edit] }] : [];
}

/** Puts a principal under the type where it belongs. */
export function moveToType(statement: Statement, principal: PrincipalString, type: string): readonly Fix[] {
  const edits = movePrincipal(statement, principal, type);
  return edits ? [{ title: `Move to "${type}"`, keepsAccess: false, isPreferred: true, edits }] : [];
}

/** Replace a principal by one of which only the author knows the names; texts in snippet syntax, without quotes. */
export function namePrincipal({ range }: PrincipalString, texts: readonly string[]): readonly Fix[] {
  return texts.map((text) => ({
    title: /canonical-user-id/.test(text) ? 'Insert the id' : `Name ${whatIn(text)} instead`,
    keepsAccess: false,
    isSnippet: true,
    edits: [{ range, newText: `"${text}"` }],
  }));
}

function whatIn(text: string): string {
  const [, kind] = /:(root|role|user|assumed-role|federated-user|oidc-provider)(?:\/|$)/.exec(text) ?? [];
  return NAMES[kind ?? ''] ?? (/amazonaws/.test(text) ? 'a service' : 'an account');
}

const NAMES: Readonly<Record<string, string>> = {
  root: 'an account',
  role: 'a role',
  user: 'a user',
  'assumed-role': 'a session',
  'federated-user': 'a federated user',
  'oidc-provider': 'an identity provider',
};
