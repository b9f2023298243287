import { likelyRegions, mayBeRegion } from '../../catalogue/region.ts';
import { arnPartRange, isLiteralPart, withArnPart } from '../../policy/resource-arn.ts';
import { wholeArns } from '../../reasoning/whole-arns.ts';
import { changeToEach } from '../change-to.ts';
import { unlessStandIn } from '../not-filled-in.ts';
import { defineRule } from '../rule.ts';

/**
 * The fourth field of an ARN is a Region, or empty where the service has none there. An ARN with a Region that does
 * not exist matches nothing. Availability Zones such as `us-east-1a` are no Regions.
 *
 * A Region that is newer than the data of this check is recognised by its form. One of another partition is left to
 * `arn-partition-mixed`.
 */
export const arnInvalidRegion = defineRule({
  id: 'arn-invalid-region',
  scope: 'statement',
  mentions: ['arn:'],
  severity: 'error',
  category: 'correctness',
  summary: 'ARN names no Region of AWS',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  equivalents: { accessAnalyzer: ['INVALID_ARN_REGION'], parliament: ['INVALID_ARN'] },
  examples: [
    {
      bad: '"Resource": "arn:aws:sns:us-east1:111122223333:topic"',
      good: '"Resource": "arn:aws:sns:us-east-1:111122223333:topic"',
    },
  ],

  *check({ statement, catalogue }) {
    for (const written of wholeArns(statement, catalogue)) {
      const { text, value, arn } = written;
      const { region, partition } = arn;
      // Without a service the other parts stand in the wrong places.
      if (
        arn.service === '' ||
        region === '' ||
        !isLiteralPart(region) ||
        mayBeRegion(catalogue, region, partition)
      )
        continue;

      yield {
        range: arnPartRange(written, 'region'),
        ...unlessStandIn(region, 'region', `"${region}" is no Region of AWS.`),
        fixes: () =>
          changeToEach(
            value,
            likelyRegions(catalogue, region, partition, statement.text).map((id) =>
              withArnPart(text, 'region', id),
            ),
          ),
      };
    }
  },
});
