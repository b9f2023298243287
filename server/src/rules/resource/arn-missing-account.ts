import { mayBeOwnedByAws } from '../../iam/aws-owned-arn.ts';
import { arnPartRange, withArnPart } from '../../policy/resource-arn.ts';
import { arnReadings } from '../../reasoning/arn-reading.ts';
import { arnSeverity } from '../arn-severity.ts';
import { changeToEach } from '../change-to.ts';
import { fillArnPart } from '../fill-arn-part.ts';
import { defineRule } from '../rule.ts';

/**
 * Most resources belong to an account, and their ARN names it in the fifth field. With nothing in it the ARN matches
 * nothing; for all accounts write `*`.
 *
 * Resources that AWS owns, such as the public parameters of Systems Manager, are left alone: many have no account.
 */
export const arnMissingAccount = defineRule({
  id: 'arn-missing-account',
  scope: 'statement',
  mentions: ['arn:'],
  severity: 'error',
  category: 'correctness',
  summary: 'ARN names no account',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  equivalents: { accessAnalyzer: ['MISSING_ARN_ACCOUNT'] },
  examples: [
    {
      bad: '"Resource": "arn:aws:sns:eu-west-1::alerts"',
      good: '"Resource": "arn:aws:sns:eu-west-1:*:alerts"',
    },
  ],

  *check({ statement, catalogue }) {
    for (const reading of arnReadings(statement, catalogue)) {
      const { resource, arn, fitting } = reading;
      if (arn.account !== '' || fitting.length === 0 || mayBeOwnedByAws(arn)) continue;
      if (fitting.some(({ account }) => account === '' || account === '*')) continue;

      yield {
        range: arnPartRange(resource, 'account'),
        ...arnSeverity(reading),
        message: 'ARNs of this kind name an account; this one matches nothing.',
        fixes: () => [
          ...changeToEach(resource.value, [withArnPart(resource.text, 'account', '*')]),
          fillArnPart(resource, 'account', '111122223333'),
        ],
      };
    }
  },
});
