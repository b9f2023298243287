import { quotasOfPolicy } from '../../policy/policy-quota.ts';
import { defineRule } from '../rule.ts';
import { sizeFindings } from '../size-findings.ts';

/**
 * The session policy of a request may have 2,048 characters, white space included. AWS also packs it, with the session
 * tags, into a binary form whose limit it only reports as a percentage; short policies pass both.
 *
 * Policies that take nine tenths of the limit are pointed out. Up to ten managed policies can be named instead.
 */
export const policySizeSession = defineRule({
  id: 'policy-size-session',
  scope: 'policy',
  severity: 'warning',
  category: 'correctness',
  summary: 'Session policy is too long',
  source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
  policyTypes: ['session'],
  examples: [{ bad: examplePolicy(8), good: examplePolicy(0), policyType: 'session' }],

  *check({ policy, catalogue }) {
    const [quota] = quotasOfPolicy(policy);
    if (quota) yield* sizeFindings({ policy, catalogue }, quota, { severity: 'warning' });
  },
});

function examplePolicy(indentation: number): string {
  const resources = Array.from(
    { length: 34 },
    (_, index) => `arn:aws:s3:::amzn-s3-demo-bucket${index + 1}/*`,
  );
  const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: resources };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, undefined, indentation);
}
