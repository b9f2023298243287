import { editDistance } from '../../base/edit-distance.ts';
import { memoized } from '../../base/memo.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findConditionKey } from '../../catalogue/find-condition-key.ts';
import { type IdentityProviderClaim, identityProviderClaim } from '../../iam/identity-provider-claim.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { Statement } from '../../policy/statement.ts';
import { renameKey } from '../rename-key.ts';
import { defineRule } from '../rule.ts';

/**
 * Of the claims of a token AWS puts only certain ones into the request, under keys such as
 * `token.actions.githubusercontent.com:sub`. A test of a misspelt key fails, or holds for everybody where it is negated.
 *
 * Providers and claims that resemble no known one are left alone; where the statement names the provider that it
 * trusts, `oidc-key-provider-mismatch` compares the two.
 */
export const unknownProviderClaim = defineRule({
  id: 'unknown-provider-claim',
  scope: 'statement',
  severity: 'error',
  category: 'correctness',
  summary: 'Claim of an identity provider is misspelt',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif',
  examples: [
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "cognito-identity.amazonaws.com:aus": "us-east-1:1" } }',
      good: '"Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "cognito-identity.amazonaws.com:aud": "us-east-1:1" } }',
    },
  ],

  *check({ statement, catalogue }) {
    if (statement.isBroken) return;
    for (const entry of statement.conditions) {
      const { text, range } = entry.key;
      const found = identityProviderClaim(text);
      if (!found || isDynamic(text) || findConditionKey(text, catalogue)) continue;
      const names = meant(found, statement, catalogue);
      if (names.length === 0) continue;
      yield {
        range,
        message: `AWS knows no condition key "${text}".`,
        fixes: () => renameKey(statement, entry, names),
      };
    }
  },
});

/** Keys that differ by a letter or two, in the provider or in the claim. */
function meant(
  { provider, claim }: IdentityProviderClaim,
  { principals }: Statement,
  catalogue: Catalogue,
): readonly string[] {
  const claims = claimsByProvider(catalogue);
  const own = claims.get(provider.toLowerCase());
  if (!own && COMMON_CLAIMS.has(claim.toLowerCase())) {
    if (principals.some(({ type }) => type?.text === 'Federated')) return [];
    const providers = [...claims].filter(
      ([known, theirs]) => theirs.has(claim) && isNear(provider, known, 2),
    );
    return providers.map(([known]) => `${known}:${claim}`);
  }
  if (OTHER_CLAIMS.has(claim.toLowerCase())) return [];
  const near = [...(own ?? COMMON_CLAIMS)].filter((known) => isNear(claim, known, 1));
  return near.map((known) => `${provider}:${known}`);
}

const isNear = (written: string, known: string, most: number): boolean =>
  editDistance(written.toLowerCase(), known.toLowerCase(), most) <= most;

/** Those that AWS reads of every provider. */
const COMMON_CLAIMS: ReadonlySet<string> = new Set(['amr', 'aud', 'sub']);

/** Claims of single providers that are one letter away from these. */
const OTHER_CLAIMS: ReadonlySet<string> = new Set(['azp', 'oaud', 'iss', 'jti']);

/** In lower case; providers of single companies are left out. */
const claimsByProvider = memoized((catalogue: Catalogue): ReadonlyMap<string, ReadonlySet<string>> => {
  const claims = new Map<string, Set<string>>();
  for (const { name } of catalogue.service('sts')?.conditionKeys() ?? []) {
    const found = name.includes('${') ? undefined : identityProviderClaim(name);
    if (!found) continue;
    const provider = found.provider.toLowerCase();
    claims.set(provider, (claims.get(provider) ?? new Set()).add(found.claim));
  }
  return claims;
});
