export interface PrincipalType {
  /** The key in `Principal`, as it must be spelled. */
  readonly name: string;
  /** What stands under the key; Markdown. */
  readonly summary: string;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const PRINCIPAL_TYPES: readonly PrincipalType[] = [
  {
    name: 'AWS',
    summary:
      'Accounts (12 digits or the `…:root` ARN), roles, users and their sessions by ARN, or `*` for everyone.',
  },
  {
    name: 'Service',
    summary: 'AWS services by the name of their service principal, such as `ec2.amazonaws.com`.',
  },
  {
    name: 'Federated',
    summary:
      'Identity providers: the ARN of a SAML or OIDC provider, or a public one such as `accounts.google.com`; mostly in role trust policies.',
  },
  {
    name: 'CanonicalUser',
    summary: 'Accounts by their canonical user ID, which Amazon S3 uses.',
  },
];

export const PRINCIPAL_SOURCE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html';

/** By its exact name. */
export function principalType(name: string): PrincipalType | undefined {
  return PRINCIPAL_TYPES.find((type) => type.name === name);
}
