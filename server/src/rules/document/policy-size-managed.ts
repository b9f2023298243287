import { quotasOfPolicy } from '../../policy/policy-quota.ts';
import { defineRule } from '../rule.ts';
import { sizeFindings } from '../size-findings.ts';

/**
 * A customer managed policy, and so a permissions boundary, may have 6,144 characters; white space does not count. As an
 * inline policy it must fit, together with all other inline policies, into the 2,048 characters of a user, the 5,120 of
 * a group or the 10,240 of a role. AWS's own managed policies may be longer, so a copy of one may not fit.
 *
 * Policies that take nine tenths of the limit are pointed out. Fold actions into patterns, merge statements that differ
 * in one element only, or split the policy by service: ten managed policies can be attached to one identity.
 */
export const policySizeManaged = defineRule({
  id: 'policy-size-managed',
  scope: 'policy',
  severity: 'warning',
  category: 'correctness',
  summary: 'Policy is too long for a managed policy',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  equivalents: { accessAnalyzer: ['POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA'] },
  policyTypes: ['identity', 'boundary'],
  examples: [
    {
      bad: examplePolicy('"s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectTagging"'),
      good: examplePolicy('"s3:GetObject*"'),
    },
  ],

  *check({ policy, policyType, catalogue }) {
    const [managed] = quotasOfPolicy(policy);
    if (!managed) return;
    const quota = {
      ...managed,
      subject: policyType === 'boundary' ? 'permissions boundary' : managed.subject,
    };
    yield* sizeFindings({ policy, catalogue }, quota, {
      severity: 'warning',
      advice: (size) =>
        policyType === 'identity' && size <= INLINE_OF_ROLE ? 'It fits only inline into a role.' : undefined,
    });
  },
});

/** The most that any identity has for its inline policies. */
const INLINE_OF_ROLE = 10_240;

/** One statement for each of many buckets. */
function examplePolicy(actions: string): string {
  const statements = Array.from(
    { length: 36 },
    (_, index) =>
      `  { "Effect": "Allow", "Action": [${actions}], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket${index + 1}/objects-of-one-team/*" }`,
  );
  return `{ "Version": "2012-10-17", "Statement": [\n${statements.join(',\n')}\n] }`;
}
