import { arnPartRange } from '../../policy/resource-arn.ts';
import { arnReadings } from '../../reasoning/arn-reading.ts';
import { fillArnPart } from '../fill-arn-part.ts';
import { defineRule } from '../rule.ts';

/**
 * With `*` for the Region a statement reaches the resources of every Region, also of those that nobody watches. Where
 * an application runs in one Region, its ARNs can say so.
 */
export const arnWildcardRegion = defineRule({
  id: 'arn-wildcard-region',
  scope: 'statement',
  effect: 'Allow',
  mentions: ['*'],
  severity: 'hint',
  category: 'breadth',
  summary: 'Resources of every Region are allowed',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  policyTypes: ['identity'],
  isOptIn: true,
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "sns:Publish", "Resource": "arn:aws:sns:*:111122223333:alerts"',
      good: '"Effect": "Allow", "Action": "sns:Publish", "Resource": "arn:aws:sns:us-east-1:111122223333:alerts"',
    },
  ],

  *check({ statement, catalogue }) {
    for (const { resource, arn, fitting } of arnReadings(statement, catalogue)) {
      if (!/^\*+$/.test(arn.region) || resource.element !== 'Resource') continue;
      if (!fitting.some(({ region }) => region.startsWith('$'))) continue;
      yield {
        range: arnPartRange(resource, 'region'),
        message: `"${arn.region}" is every Region of AWS.`,
        fixes: () => [fillArnPart(resource, 'region', 'us-east-1')],
      };
    }
  },
});
