import { mayBeOwnedByAws } from '../../iam/aws-owned-arn.ts';
import { arnPartRange, withArnPart } from '../../policy/resource-arn.ts';
import { arnReadings } from '../../reasoning/arn-reading.ts';
import { arnSeverity } from '../arn-severity.ts';
import { changeToEach } from '../change-to.ts';
import { fillArnPart } from '../fill-arn-part.ts';
import { defineRule } from '../rule.ts';

/**
 * Most resources belong to a Region, and their ARN names it in the fourth field. With nothing in it the ARN matches
 * nothing; for all Regions write `*`.
 *
 * Resources that AWS owns are left alone: some have no Region.
 */
export const arnMissingRegion = defineRule({
  id: 'arn-missing-region',
  scope: 'statement',
  mentions: ['arn:'],
  severity: 'error',
  category: 'correctness',
  summary: 'ARN names no Region',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  equivalents: { accessAnalyzer: ['MISSING_ARN_REGION'] },
  examples: [
    {
      bad: '"Resource": "arn:aws:sns::111122223333:alerts"',
      good: '"Resource": "arn:aws:sns:*:111122223333:alerts"',
    },
  ],

  *check({ statement, catalogue }) {
    for (const reading of arnReadings(statement, catalogue)) {
      const { resource, arn, fitting } = reading;
      if (arn.region !== '' || fitting.length === 0 || mayBeOwnedByAws(arn)) continue;
      if (arn.service === WITHOUT_REGION) continue;
      if (fitting.some(({ region }) => region === '' || region === '*')) continue;

      yield {
        range: arnPartRange(resource, 'region'),
        ...arnSeverity(reading),
        message: 'ARNs of this kind name a Region; this one matches nothing.',
        fixes: () => [
          ...changeToEach(resource.value, [withArnPart(resource.text, 'region', '*')]),
          fillArnPart(resource, 'region', 'us-east-1'),
        ],
      };
    }
  },
});

/** The guide of Amazon QuickSight writes its users without a Region. */
const WITHOUT_REGION = 'quicksight';
