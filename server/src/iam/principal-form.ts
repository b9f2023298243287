import { parseArn } from './arn.ts';
import { isCanonicalUserId } from './likely-principal-type.ts';

/** What a string of `Principal` stands for. */
export interface PrincipalForm {
  /** Follows "This is"; Markdown. */
  readonly name: string;
  /** Who matches. */
  readonly matches: string;
  /** What an Allow for it means beside the principal's own policies; not for role trust policies. */
  readonly grant?: string;
  /** What it means in a role trust policy, in place of the two above. */
  readonly inTrust?: string;
}

const DIRECT =
  'Inside the account an Allow is enough: no identity-based policy, boundary or session policy limits it.';
const SAVED_BY_ID =
  'AWS saves its unique ID, so one that is deleted and created again under the same name does not match.';

/**
 * The forms of principals and what each of them grants.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
const FORMS = {
  everyone: {
    name: 'everyone',
    matches: 'Signed and anonymous callers of every account, unless a condition limits it.',
    grant: 'Inside the account an Allow needs no other permission.',
    inTrust: 'AWS does not support it in role trust policies: name accounts, roles or services.',
  },
  account: {
    name: 'an account',
    matches: 'The account, not only its root user.',
    grant: 'An Allow delegates: the identity-based policies of the account must allow, too.',
    inTrust: 'Everyone in the account whose own policies allow `sts:AssumeRole` on this role.',
  },
  role: {
    name: 'a role',
    matches: `Every session of the role. ${SAVED_BY_ID}`,
    grant:
      'Inside the account an Allow needs no identity-based policy; the boundary of the role and session policies still limit.',
  },
  roleSession: { name: 'a session of a role', matches: 'This one session, by its name.', grant: DIRECT },
  user: {
    name: 'a user',
    matches: `This user, whose name is case-sensitive here. ${SAVED_BY_ID}`,
    grant: DIRECT,
  },
  federatedUser: {
    name: 'the session of a federated user',
    matches: 'A session that `sts:GetFederationToken` opened under this name.',
    grant: DIRECT,
  },
  service: {
    name: 'an AWS service',
    matches: 'The service itself, when it acts under its own name.',
    grant:
      'Limit it with `aws:SourceArn`, `aws:SourceAccount` or `aws:SourceOrgID`, so that it acts only for resources of yours.',
    inTrust: 'The service may assume the role, to act with its permissions.',
  },
  saml: {
    name: 'a SAML provider',
    matches: 'People whom the provider has signed in; they assume a role with `sts:AssumeRoleWithSAML`.',
  },
  oidc: {
    name: 'an OIDC provider',
    matches:
      "Identities that the provider vouches for; they assume a role with `sts:AssumeRoleWithWebIdentity`. Limit them with the provider's `aud` and `sub` keys.",
  },
  canonicalUser: {
    name: 'a canonical user',
    matches: 'An account by the ID that Amazon S3 uses; few other services accept it.',
  },
  originAccessIdentity: {
    name: 'a CloudFront origin access identity',
    matches: 'The CloudFront distributions that use this identity.',
  },
  uniqueId: {
    name: 'a unique ID',
    matches:
      'AWS shows it where the role (`AROA…`) or user (`AIDA…`) that was named has been deleted. No one matches it any more.',
  },
  group: { name: 'a group', matches: 'No one: a group cannot be a principal. Name its users or a role.' },
  partialWildcard: {
    name: 'a name with a wildcard',
    matches:
      'AWS refuses it: `*` stands only for everyone. Use `"*"` with `ArnLike` on `aws:PrincipalArn` to match by pattern.',
  },
} satisfies Readonly<Record<string, PrincipalForm>>;

/** The form of one string under a principal type; undefined if it is none that AWS documents. */
export function principalForm(type: string | undefined, text: string): PrincipalForm | undefined {
  if (type === undefined || type === 'AWS') return awsForm(text);
  if (type === 'Service') return /^[a-z0-9.-]+\.[a-z]+$/i.test(text) ? FORMS.service : undefined;
  if (type === 'Federated') return federatedForm(text);
  return type === 'CanonicalUser' && isCanonicalUserId(text) ? FORMS.canonicalUser : undefined;
}

function awsForm(text: string): PrincipalForm | undefined {
  if (text === '*') return FORMS.everyone;
  if (/^\d{12}$/.test(text)) return FORMS.account;
  if (/^(AROA|AIDA)[A-Z0-9]{12,}$/.test(text)) return FORMS.uniqueId;
  if (/[*?]/.test(text)) return FORMS.partialWildcard;
  const arn = parseArn(text);
  if (!arn) return undefined;
  const form = `${arn.service}:${arn.resource.split('/')[0]}`;
  if (form === 'iam:user' && arn.account === 'cloudfront') return FORMS.originAccessIdentity;
  return AWS_FORMS.get(form);
}

const AWS_FORMS: ReadonlyMap<string, PrincipalForm> = new Map([
  ['iam:root', FORMS.account],
  ['iam:role', FORMS.role],
  ['iam:user', FORMS.user],
  ['iam:group', FORMS.group],
  ['sts:assumed-role', FORMS.roleSession],
  ['sts:federated-user', FORMS.federatedUser],
]);

function federatedForm(text: string): PrincipalForm | undefined {
  const kind = parseArn(text)?.resource.split('/')[0];
  if (kind === 'saml-provider') return FORMS.saml;
  if (kind === 'oidc-provider') return FORMS.oidc;
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text) ? FORMS.oidc : undefined;
}
