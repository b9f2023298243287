/** A condition key that is a claim of an OIDC identity provider. */
export interface IdentityProviderClaim {
  /** Host and path, as in the ARN of the provider. */
  readonly provider: string;
  /** `sub` */
  readonly claim: string;
}

/**
 * `oidc.eks.eu-west-1.amazonaws.com/id/1A2B:sub` in parts; undefined unless the prefix of the key is a host.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
export function identityProviderClaim(key: string): IdentityProviderClaim | undefined {
  const [, provider, claim] = /^([a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[^:\s]*)?):([\w/.-]+)$/i.exec(key) ?? [];
  return provider && claim ? { provider, claim } : undefined;
}
