import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Quota } from '../../iam/quota.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import { quotasOfPolicy } from '../../policy/policy-quota.ts';
import { policySize } from '../../policy/policy-size.ts';
import { defineRule, type Finding } from '../rule.ts';
import { sizeFindings } from '../size-findings.ts';

/**
 * A service control policy may have 10,240 characters, and white space counts where the policy is saved by anything but
 * the console, which removes it. Until May 2026 the limit was 5,120, which some tools still enforce; policies between the
 * two are only pointed out.
 *
 * So are policies that take nine tenths of the limit. Where the text fits without its white space, that is said.
 */
export const policySizeScp = defineRule({
  id: 'policy-size-scp',
  scope: 'policy',
  severity: 'error',
  category: 'correctness',
  summary: 'Service control policy is too long',
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html',
  equivalents: { accessAnalyzer: ['POLICY_SIZE_EXCEEDS_SCP_QUOTA'] },
  policyTypes: ['scp'],
  examples: [{ bad: examplePolicy(10), good: examplePolicy(0), policyType: 'scp' }],

  *check({ policy, catalogue }) {
    const [quota] = quotasOfPolicy(policy);
    if (!quota) return;
    const [finding] = sizeFindings({ policy, catalogue }, quota, { severity: 'error' });
    if (finding) yield finding;
    else yield* olderFindings(policy, catalogue, quota);
  },
});

/** Only what is longer without white space than tools with the old limit take. */
function* olderFindings(policy: PolicyDocument, catalogue: Catalogue, quota: Quota): Iterable<Finding> {
  const old: Quota = {
    ...quota,
    limit: OLD_LIMIT,
    whiteSpace: 'ignored',
    subject: `${quota.subject} before May 2026`,
  };
  const [finding] = sizeFindings({ policy, catalogue }, old, { severity: 'warning' });
  if (finding && policySize(policy).charactersWithoutWhiteSpace > OLD_LIMIT) {
    yield { ...finding, severity: 'information' };
  }
}

const OLD_LIMIT = 5120;

function examplePolicy(indentation: number): string {
  const resources = Array.from(
    { length: 128 },
    (_, index) => `arn:aws:s3:::amzn-s3-demo-bucket${index + 1}/*`,
  );
  const statement = { Effect: 'Deny', Action: 's3:GetObject', Resource: resources };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, undefined, indentation);
}
