import { quotasOfPolicy } from '../../policy/policy-quota.ts';
import { defineRule } from '../rule.ts';
import { sizeFindings } from '../size-findings.ts';

/**
 * A resource control policy may have 5,120 characters, and white space counts where the policy is saved by anything but the
 * console, which removes it.
 *
 * Policies that take nine tenths of the limit are pointed out. Where the text fits without its white space, that is said.
 */
export const policySizeRcp = defineRule({
  id: 'policy-size-rcp',
  scope: 'policy',
  severity: 'error',
  category: 'correctness',
  summary: 'Resource control policy is too long',
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html',
  equivalents: { accessAnalyzer: ['POLICY_SIZE_EXCEEDS_RCP_QUOTA'] },
  policyTypes: ['rcp'],
  examples: [{ bad: examplePolicy(8), good: examplePolicy(0), policyType: 'rcp' }],

  *check({ policy, catalogue }) {
    const [quota] = quotasOfPolicy(policy);
    if (quota) yield* sizeFindings({ policy, catalogue }, quota, { severity: 'error' });
  },
});

function examplePolicy(indentation: number): string {
  const resources = Array.from(
    { length: 80 },
    (_, index) => `arn:aws:s3:::amzn-s3-demo-bucket${index + 1}/*`,
  );
  const statement = { Effect: 'Deny', Principal: '*', Action: 's3:GetObject', Resource: resources };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, undefined, indentation);
}
