import { editDistance } from '../../base/edit-distance.ts';
import { identityProviderClaim } from '../../iam/identity-provider-claim.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import { trustedIssuers } from '../../policy/trusted-issuers.ts';
import { renameKey, renameKeyToAny } from '../rename-key.ts';
import { defineRule } from '../rule.ts';

/**
 * The claims of a token are condition keys that begin with the provider as its ARN names it, path included:
 * `gitlab.com:sub` where the role trusts `oidc-provider/gitlab.com`. A key that begins otherwise is in no request, so a
 * test of it fails, or holds for everybody where it is negated.
 */
export const oidcKeyProviderMismatch = defineRule({
  id: 'oidc-key-provider-mismatch',
  scope: 'statement',
  mentions: ['federated'],
  severity: 'error',
  category: 'correctness',
  summary: 'Claim of another identity provider than the trusted one',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif',
  policyTypes: ['trust'],
  examples: [
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/gitlab.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "gitlab.org:aud": "https://gitlab.com" } }',
      good: '"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/gitlab.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "gitlab.com:aud": "https://gitlab.com" } }',
    },
  ],

  *check({ statement }) {
    if (statement.isBroken || statement.conditions.length === 0) return;
    const providers = trustedIssuers(statement);
    if (!providers) return;
    for (const entry of statement.conditions) {
      const { text, range } = entry.key;
      const found = isDynamic(text) ? undefined : identityProviderClaim(text);
      if (!found || providers.some((own) => own.toLowerCase() === found.provider.toLowerCase())) continue;
      const isSlip = providers.some((own) => editDistance(own, found.provider, MOST_EDITS) <= MOST_EDITS);
      const names = providers.map((own) => `${own}:${found.claim}`);
      yield {
        range,
        message: `"${found.provider}" is not the provider that this role trusts. No request has the key.`,
        fixes: () =>
          isSlip || providers.length === 1
            ? renameKey(statement, entry, names)
            : renameKeyToAny(statement, entry, names),
      };
    }
  },
});

/** More are no slip of the keyboard. */
const MOST_EDITS = 3;
