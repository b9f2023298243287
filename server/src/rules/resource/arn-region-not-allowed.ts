import { arnPartRange, isLiteralPart, withArnPart } from '../../policy/resource-arn.ts';
import { arnReadings } from '../../reasoning/arn-reading.ts';
import { arnSeverity } from '../arn-severity.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule } from '../rule.ts';

/**
 * ARNs of resources that belong to no Region, such as buckets, roles and distributions, leave the fourth field empty.
 * With a Region in it the ARN matches nothing.
 */
export const arnRegionNotAllowed = defineRule({
  id: 'arn-region-not-allowed',
  scope: 'statement',
  mentions: ['arn:'],
  severity: 'error',
  category: 'correctness',
  summary: 'ARN has a Region where its service has none',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  equivalents: { accessAnalyzer: ['ARN_REGION_NOT_ALLOWED'] },
  examples: [
    {
      bad: '"Resource": "arn:aws:iam:us-east-1:111122223333:role/app"',
      good: '"Resource": "arn:aws:iam::111122223333:role/app"',
    },
  ],

  *check({ statement, catalogue }) {
    for (const reading of arnReadings(statement, catalogue)) {
      const { resource, arn, fitting } = reading;
      const { region } = arn;
      if (region === '' || !isLiteralPart(region) || fitting.length === 0 || REGIONAL.has(arn.service))
        continue;
      if (fitting.some((format) => format.region !== '')) continue;

      yield {
        range: arnPartRange(resource, 'region'),
        ...arnSeverity(reading),
        message: `ARNs of this kind have no Region; "${region}" must be left out.`,
        fixes: () => changeToEach(resource.value, [withArnPart(resource.text, 'region', '')]),
      };
    }
  },
});

/** The reference leaves the Region out, but the ARNs that these services give out have one. */
const REGIONAL: ReadonlySet<string> = new Set(['opsworks-cm', 'swf']);
