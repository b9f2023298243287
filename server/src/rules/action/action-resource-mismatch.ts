import type { Catalogue } from '../../catalogue/catalogue.ts';
import { isCommonService, isExactService } from '../../iam/exact-service.ts';
import { isForeignAction } from '../../reasoning/foreign-action.ts';
import { type Mismatch, mismatches, mismatchFixes, mismatchMessage } from '../mismatch.ts';
import { defineRule } from '../rule.ts';

/**
 * Most actions work on certain types of resources: `s3:GetObject` on objects, `dynamodb:GetItem` on tables. In an Allow
 * that lists only resources of other types such an action is never allowed, though the policy reads as if it were.
 *
 * A pattern such as `s3:Get*` counts only if nothing that it matches fits. Actions on buckets and on objects with one
 * of the two ARNs missing are left to `s3-bucket-object-pair`, actions that work with `*` only to
 * `action-needs-star-resource`. A warning for services whose reference is known to have gaps.
 */
export const actionResourceMismatch = defineRule({
  id: 'action-resource-mismatch',
  scope: 'statement',
  effect: 'Allow',
  mentions: ['arn:'],
  severity: 'error',
  category: 'correctness',
  summary: 'Action cannot be used on the resources listed',
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html',
  equivalents: { parliament: ['RESOURCE_MISMATCH'], cfnLint: ['I3510'] },
  policyTypes: ['identity', 'resource', 'boundary', 'session', 'endpoint', 'scp'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::app"',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::app/*"',
    },
    {
      bad: '"Effect": "Allow", "Action": ["s3:GetObject", "dynamodb:GetItem"], "Resource": ["arn:aws:s3:::app/*"]',
      good: '"Effect": "Allow", "Action": ["s3:GetObject", "dynamodb:GetItem"], "Resource": ["arn:aws:s3:::app/*", "arn:aws:dynamodb:us-east-1:111122223333:table/table-name"]',
    },
  ],

  *check({ statement, policyType, catalogue }) {
    for (const mismatch of mismatches(statement, policyType, catalogue)) {
      const [first] = mismatch.actions;
      if (!first) continue;
      yield {
        range: first.action.range,
        message: mismatchMessage(mismatch, 'allowed'),
        ...(isCertain(mismatch, catalogue) ? {} : { severity: 'warning' as const }),
        fixes: (place) => mismatchFixes(mismatch, place),
      };
    }
  },
});

function isCertain({ actions, statement }: Mismatch, catalogue: Catalogue): boolean {
  return actions.every(({ action, infos }) => {
    const prefix = infos[0]?.servicePrefix ?? '';
    if (isExactService(prefix)) return true;
    return isCommonService(prefix) && isForeignAction(action, statement.resources, catalogue);
  });
}
