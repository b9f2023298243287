import { repeatedSids } from '../../policy/repeated-sids.ts';
import { changeSid } from '../change-sid.ts';
import { defineRule } from '../rule.ts';

/**
 * A `Sid` should name one statement. Some services accept two statements with the same one in a policy on a resource,
 * others reject it, and those that add or remove a permission by its `Sid` can no longer tell the statements apart. A
 * `Sid` has no influence on access.
 *
 * Identity-based policies and those of AWS Organizations, which are rejected, are left to `duplicate-sid`.
 */
export const duplicateSidResourcePolicy = defineRule({
  id: 'duplicate-sid-resource-policy',
  scope: 'policy',
  severity: 'warning',
  category: 'correctness',
  summary: 'Two statements of a resource policy have the same Sid',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
  equivalents: { accessAnalyzer: ['UNIQUE_SIDS_RECOMMENDED'], cfnLint: ['E3512'] },
  policyTypes: ['resource', 'trust', 'endpoint'],
  examples: [
    {
      bad: `{ "Version": "2012-10-17", "Statement": [
  { "Sid": "Read", "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" },
  { "Sid": "Read", "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" }
] }`,
      good: `{ "Version": "2012-10-17", "Statement": [
  { "Sid": "Read", "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" },
  { "Sid": "Read2", "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" }
] }`,
      policyType: 'resource',
    },
  ],

  *check({ policy }) {
    for (const { range, newSid } of repeatedSids(policy)) {
      yield {
        range,
        message: 'Another statement has this Sid already. Not every service accepts that.',
        fixes: () => [changeSid(range, newSid)],
      };
    }
  },
});
