import { identityProviderClaim } from './identity-provider-claim.ts';

/** True for the claims of an identity provider which AWS reads as one value, whatever the provider. */
export function isSingleValuedClaim(key: string): boolean {
  return /^(?:aud|sub)$/.test(identityProviderClaim(key)?.claim ?? '');
}
