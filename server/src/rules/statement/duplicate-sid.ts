import { repeatedSids } from '../../policy/repeated-sids.ts';
import { changeSid } from '../change-sid.ts';
import { defineRule } from '../rule.ts';

/**
 * Within one policy of IAM or AWS Organizations every `Sid` must be different; otherwise the whole policy is
 * rejected. A `Sid` has no influence on access, so it can be changed at will.
 */
export const duplicateSid = defineRule({
  id: 'duplicate-sid',
  scope: 'policy',
  severity: 'error',
  category: 'syntax',
  summary: 'Two statements have the same Sid',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
  equivalents: {
    accessAnalyzer: ['UNIQUE_SIDS_REQUIRED'],
    parliament: ['DUPLICATE_SID'],
    cfnLint: ['E3510', 'E3530'],
  },
  policyTypes: ['identity', 'scp', 'rcp', 'boundary', 'session'],
  examples: [
    {
      bad: `{ "Version": "2012-10-17", "Statement": [
  { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" },
  { "Sid": "Read", "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*" }
] }`,
      good: `{ "Version": "2012-10-17", "Statement": [
  { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" },
  { "Sid": "Read2", "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*" }
] }`,
    },
  ],

  *check({ policy }) {
    for (const { text, range, newSid } of repeatedSids(policy)) {
      yield {
        range,
        message: `Another statement has the Sid "${text}" already.`,
        fixes: () => [changeSid(range, newSid)],
      };
    }
  },
});
