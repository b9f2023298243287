import { ownProperty } from '../../base/own-property.ts';
import { PRINCIPAL_TYPES } from '../../iam/principal-type.ts';
import { SERVICE_PRINCIPALS } from '../../iam/service-principal.ts';
import type { Statement } from '../../policy/statement.ts';
import { strings } from '../../policy/value.ts';
import type { Completion, CompletionProvider } from './completion.ts';
import { quoted } from './quoted.ts';
import { usedTexts } from './used-texts.ts';

/** The types that are not there yet. */
export const completePrincipalType: CompletionProvider<'principalType'> = ({ element, placed, slot }) => {
  const value = placed.statement.element(element)?.value;
  const present = new Set(value?.kind === 'object' ? value.members.map(({ key }) => key.text) : []);
  present.delete(slot.text);
  return PRINCIPAL_TYPES.filter(({ name }) => !present.has(name)).map(({ name }, rank): Completion => {
    const common = { label: name, kind: 'element' as const, rank, subject: `principalType:${name}` };
    const key = JSON.stringify(name);
    return slot.hasColon
      ? { ...common, newText: key }
      : { ...common, newText: `${key}: "$1"$0`, isSnippet: true, continues: true };
  });
};

/** Principals of the type; those of the same policy first, everyone last. */
export const completePrincipal: CompletionProvider<'principal'> = function* (
  { type, element, policy, slot },
  _catalogue,
  others,
) {
  if (type === undefined) {
    yield everyone(0);
    return;
  }
  for (const { text, description } of usedTexts(policy, others, (statement) =>
    principalsOf(statement, type),
  )) {
    if (text !== slot.text) yield quoted(text, { kind: 'value', rank: 0, description });
  }
  if (type === 'Service') {
    for (const label of SERVICE_PRINCIPALS) yield quoted(label, { kind: 'value', rank: 1 });
  }
  for (const form of ownProperty(FORMS, type) ?? []) yield snippet(form);
  if (type === 'AWS' && element === 'Principal') yield everyone(9);
};

function everyone(rank: number): Completion {
  return quoted('*', { kind: 'value', rank, description: 'everyone, anonymous callers included' });
}

function principalsOf({ principals }: Statement, type: string): readonly string[] {
  return principals
    .filter((entry) => entry.type?.text === type)
    .flatMap(({ values }) => strings(values).map(({ text }) => text));
}

interface Form {
  readonly label: string;
  readonly description: string;
  readonly text: string;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
const FORMS: Readonly<Record<string, readonly Form[]>> = {
  AWS: [
    { label: 'role', description: 'one role', text: 'arn:aws:iam::${1:111122223333}:role/${2:role-name}' },
    {
      label: 'account',
      description: 'an account: its own policies decide who',
      text: 'arn:aws:iam::${1:111122223333}:root',
    },
    { label: 'user', description: 'one user', text: 'arn:aws:iam::${1:111122223333}:user/${2:user-name}' },
    {
      label: 'session',
      description: 'one session of a role',
      text: 'arn:aws:sts::${1:111122223333}:assumed-role/${2:role-name}/${3:session-name}',
    },
  ],
  Federated: [
    {
      label: 'GitHub Actions',
      description: 'needs token.actions.githubusercontent.com:sub and :aud',
      text: 'arn:aws:iam::${1:111122223333}:oidc-provider/token.actions.githubusercontent.com',
    },
    {
      label: 'OIDC provider',
      description: 'needs conditions on :sub and :aud',
      text: 'arn:aws:iam::${1:111122223333}:oidc-provider/${2:provider-host}',
    },
    {
      label: 'SAML provider',
      description: 'needs a condition on SAML:aud',
      text: 'arn:aws:iam::${1:111122223333}:saml-provider/${2:provider-name}',
    },
    {
      label: 'cognito-identity.amazonaws.com',
      description: 'needs :aud and :amr',
      text: 'cognito-identity.amazonaws.com',
    },
  ],
};

function snippet({ label, description, text }: Form): Completion {
  return {
    label,
    kind: 'arn',
    description,
    newText: `"${text}"`,
    isSnippet: true,
    filterText: JSON.stringify(`${text.replace(/\$\{\d+:([^}]*)\}/g, '$1')} ${label}`),
    rank: 2,
  };
}
