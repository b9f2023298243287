import { quotasOfPolicy } from '../../policy/policy-quota.ts';
import { defineRule } from '../rule.ts';
import { sizeFindings } from '../size-findings.ts';

/**
 * Each service has its own limit for the policies of its resources, and white space counts: 20 KB for a bucket, 32 KB
 * for a KMS key, 8 KB for a queue, 20,480 characters for a VPC endpoint. The service is that of all actions of the
 * policy; nothing is said about a policy of several services, or of one whose limit AWS does not document.
 *
 * Policies that take nine tenths of their limit are pointed out. Where the text fits without its white space, that is
 * said.
 */
export const policySizeResource = defineRule({
  id: 'policy-size-resource',
  scope: 'policy',
  severity: 'error',
  category: 'correctness',
  summary: 'Policy is longer than the resource takes',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html',
  equivalents: { accessAnalyzer: ['POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA'] },
  policyTypes: ['resource', 'endpoint'],
  examples: [{ bad: examplePolicy(8), good: examplePolicy(0), policyType: 'resource' }],

  *check({ policy, catalogue }) {
    const [quota] = quotasOfPolicy(policy);
    if (quota?.verified) yield* sizeFindings({ policy, catalogue }, quota, { severity: 'error' });
  },
});

function examplePolicy(indentation: number): string {
  const resources = Array.from(
    { length: 330 },
    (_, index) => `arn:aws:s3:::amzn-s3-demo-bucket${index + 1}/*`,
  );
  const statement = { Effect: 'Deny', Principal: '*', Action: 's3:GetObject', Resource: resources };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, undefined, indentation);
}
