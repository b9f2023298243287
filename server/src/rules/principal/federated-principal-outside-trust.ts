import { principalStrings } from '../../policy/principal-strings.ts';
import type { Statement } from '../../policy/statement.ts';
import { defineRule } from '../rule.ts';

/**
 * Who signs in through an identity provider is nobody to a bucket or a queue: they assume a role, and the role is the
 * caller. `Federated` is for role trust policies; in other policies of resources AWS does not support it.
 */
export const federatedPrincipalOutsideTrust = defineRule({
  id: 'federated-principal-outside-trust',
  scope: 'statement',
  mentions: ['federated'],
  severity: 'error',
  category: 'correctness',
  summary: 'Identity provider in a policy of a resource',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['FEDERATED_PRINCIPAL_NOT_SUPPORTED'] },
  policyTypes: ['resource'],
  noFix: 'Only you know the role that people assume who sign in through the provider.',
  examples: [
    {
      policyType: 'resource',
      bad: '"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/corp" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
      good: '"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/people-of-corp" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
    },
  ],

  *check({ statement }) {
    if (!isSurelyNoTrust(statement)) return;
    for (const { type, range } of principalStrings(statement)) {
      if (type !== 'Federated') continue;
      yield {
        range,
        message: `Only a role can trust an identity provider; name that role here.`,
      };
    }
  },
});

/** A trust policy that is half written, or that has a Resource by mistake, is taken for one of another resource. */
function isSurelyNoTrust({ actions, resources, isBroken }: Statement): boolean {
  return (
    !isBroken &&
    actions.length > 0 &&
    resources.length > 0 &&
    actions.every(
      ({ servicePrefix }) => /^[\w-]+$/.test(servicePrefix) && servicePrefix.toLowerCase() !== 'sts',
    )
  );
}
