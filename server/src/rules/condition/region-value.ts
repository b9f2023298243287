import { likelyRegions, mayBeRegion } from '../../catalogue/region.ts';
import { valuesOfKind } from '../../reasoning/values-of-kind.ts';
import { changeToEach } from '../change-to.ts';
import { unlessStandIn } from '../not-filled-in.ts';
import { defineRule } from '../rule.ts';

/**
 * `aws:RequestedRegion` and its like hold the code of a Region in small letters. A misspelt code, the name of a Region or
 * an Availability Zone never matches: an Allow grants nothing, and a Deny that spares it closes the Region that was
 * meant. Codes that look like a Region newer than our data are taken for one.
 */
export const regionValue = defineRule({
  id: 'region-value',
  scope: 'statement',
  mentions: ['region'],
  severity: 'error',
  category: 'correctness',
  summary: 'Value is no Region',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion',
  equivalents: { accessAnalyzer: ['INVALID_REGION'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": "eu-cenrtal-1" } }',
      good: '"Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": "eu-central-1" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const { value, text, compared } of valuesOfKind(statement, catalogue, 'region')) {
      if (mayBeRegion(catalogue, compared, '*')) continue;
      yield {
        range: value.range,
        ...unlessStandIn(text, 'region', `"${text}" is no Region.`),
        fixes: () => {
          const likely = catalogue.partitions.flatMap(({ id }) =>
            likelyRegions(catalogue, text, id, statement.text),
          );
          return changeToEach(value, [...new Set(likely)].slice(0, 3));
        },
      };
    }
  },
});
