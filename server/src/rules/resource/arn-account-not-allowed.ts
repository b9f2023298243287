import { arnPartRange, withArnPart } from '../../policy/resource-arn.ts';
import { arnReadings } from '../../reasoning/arn-reading.ts';
import { arnSeverity } from '../arn-severity.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule } from '../rule.ts';

/**
 * ARNs of resources whose name is enough, such as buckets, images and hosted zones, leave the fifth field empty. With
 * an account in it the ARN matches nothing.
 *
 * To keep to the buckets of one account, test `aws:ResourceAccount` in a condition.
 */
export const arnAccountNotAllowed = defineRule({
  id: 'arn-account-not-allowed',
  scope: 'statement',
  mentions: ['arn:'],
  severity: 'error',
  category: 'correctness',
  summary: 'ARN has an account where its service has none',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  equivalents: { accessAnalyzer: ['ARN_ACCOUNT_NOT_ALLOWED'] },
  examples: [
    {
      bad: '"Resource": "arn:aws:s3::111122223333:reports/*"',
      good: '"Resource": "arn:aws:s3:::reports/*"',
    },
  ],

  *check({ statement, catalogue }) {
    for (const reading of arnReadings(statement, catalogue)) {
      const { resource, arn, fitting } = reading;
      const { account } = arn;
      if (!/^\d{12}$|^aws$/.test(account) || fitting.length === 0) continue;
      if (fitting.some((format) => format.account !== '') || arn.service === OF_PLATFORMS) continue;

      yield {
        range: arnPartRange(resource, 'account'),
        ...arnSeverity(reading),
        message: `ARNs of this kind name no account; "${account}" must be left out.`,
        fixes: () => changeToEach(resource.value, [withArnPart(resource.text, 'account', '')]),
      };
    }
  },
});

/** The reference shows the platforms of AWS, which have no account; those of customers have one. */
const OF_PLATFORMS = 'elasticbeanstalk';
