import { quotasOfPolicy } from '../../policy/policy-quota.ts';
import { defineRule } from '../rule.ts';
import { sizeFindings } from '../size-findings.ts';

/**
 * A role trust policy may have 2,048 characters; white space does not count. The quota can be raised on request. Long
 * lists of principals are often better said by one condition on the account, the organization or a tag.
 *
 * Policies that take nine tenths of the quota are pointed out.
 */
export const policySizeTrust = defineRule({
  id: 'policy-size-trust',
  scope: 'policy',
  severity: 'warning',
  category: 'correctness',
  summary: 'Role trust policy is too long',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  equivalents: { accessAnalyzer: ['POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA'] },
  policyTypes: ['trust'],
  examples: [
    {
      bad: examplePolicy('"Sid": "TeamsThatWorkOnTheProject", '),
      good: examplePolicy(''),
      policyType: 'trust',
    },
  ],

  *check({ policy, catalogue }) {
    const [quota] = quotasOfPolicy(policy);
    if (!quota) return;
    yield* sizeFindings({ policy, catalogue }, quota, {
      severity: 'warning',
      advice: () => 'The quota can be raised on request.',
    });
  },
});

function examplePolicy(sid: string): string {
  const roles = Array.from(
    { length: 32 },
    (_, index) => `"arn:aws:iam::111122223333:role/teams/team-number-${index + 10}"`,
  );
  return `{ "Version": "2012-10-17", "Statement": [{ ${sid}"Effect": "Allow", "Principal": { "AWS": [\n  ${roles.join(',\n  ')}\n] }, "Action": "sts:AssumeRole" }] }`;
}
