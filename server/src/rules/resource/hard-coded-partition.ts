import { arnPartRange, isLiteralPart, resourceArns, withArnPart } from '../../policy/resource-arn.ts';
import { resourcesWithLostColon } from '../../reasoning/lost-colon.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule } from '../rule.ts';

/**
 * `arn:aws:` leaves out the Regions in China and GovCloud, which are partitions of their own, `aws-cn` and
 * `aws-us-gov`. A policy that is to serve in several can have a wildcard there. The ARN of a principal cannot.
 */
export const hardCodedPartition = defineRule({
  id: 'hard-coded-partition',
  scope: 'statement',
  mentions: ['arn:aws'],
  severity: 'hint',
  category: 'style',
  summary: 'ARN works in one partition only',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  equivalents: { cfnLint: ['I3042'] },
  isOptIn: true,
  examples: [{ bad: '"Resource": "arn:aws:s3:::reports"', good: '"Resource": "arn:*:s3:::reports"' }],

  *check({ statement, catalogue }) {
    const broken = resourcesWithLostColon(statement, catalogue);
    for (const { resource, arn } of resourceArns(statement)) {
      const { partition } = arn;
      if (broken.has(resource)) continue;
      if (!isLiteralPart(partition) || !catalogue.partition(partition)) continue;
      yield {
        range: arnPartRange(resource, 'partition'),
        message: `This ARN works in partition "${partition}" only.`,
        fixes: () => changeToEach(resource.value, [withArnPart(resource.text, 'partition', '*')]),
      };
    }
  },
});
