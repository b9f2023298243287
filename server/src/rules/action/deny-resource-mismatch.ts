import { mismatches, mismatchFixes, mismatchMessage } from '../mismatch.ts';
import { defineRule } from '../rule.ts';

/**
 * A Deny protects only where its actions can be used on its resources. `s3:DeleteObject` denied on the ARN of a bucket
 * denies nothing, as it is objects that are deleted: `arn:aws:s3:::bucket/*`.
 *
 * A pattern such as `s3:Delete*` counts only if nothing that it matches fits. Actions on buckets and on objects with
 * one of the two ARNs missing are left to `s3-bucket-object-pair`.
 */
export const denyResourceMismatch = defineRule({
  id: 'deny-resource-mismatch',
  scope: 'statement',
  effect: 'Deny',
  mentions: ['arn:'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Action is not denied on the resources listed',
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html',
  examples: [
    {
      bad: '"Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "arn:aws:s3:::backup"',
      good: '"Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "arn:aws:s3:::backup/*"',
    },
  ],

  *check({ statement, policyType, catalogue }) {
    for (const mismatch of mismatches(statement, policyType, catalogue)) {
      const [first] = mismatch.actions;
      if (!first) continue;
      yield {
        range: first.action.range,
        message: mismatchMessage(mismatch, 'denied'),
        fixes: (place) => mismatchFixes(mismatch, place),
      };
    }
  },
});
