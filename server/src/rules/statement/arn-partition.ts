import { closest } from '../../base/edit-distance.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { arnPartRange, isLiteralPart, withArnPart } from '../../policy/resource-arn.ts';
import { wholeArns } from '../../reasoning/whole-arns.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule } from '../rule.ts';

/**
 * The second field of an ARN is the partition: `aws`, `aws-cn` for the Regions in China, `aws-us-gov` for GovCloud
 * and a few more. An ARN with any other partition matches nothing, in `Resource` as in a condition.
 */
export const arnPartition = defineRule({
  id: 'arn-partition',
  scope: 'statement',
  mentions: ['arn:'],
  severity: 'error',
  category: 'correctness',
  summary: 'ARN names no partition of AWS',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  equivalents: { accessAnalyzer: ['INVALID_PARTITION'], parliament: ['INVALID_ARN'], cfnLint: ['E3514'] },
  examples: [
    { bad: '"Resource": "arn:asw:s3:::bucket"', good: '"Resource": "arn:aws:s3:::bucket"' },
    { bad: '"Resource": "arn::s3:::bucket"', good: '"Resource": "arn:aws:s3:::bucket"' },
  ],

  *check({ statement, catalogue }) {
    for (const written of wholeArns(statement, catalogue)) {
      const { partition } = written.arn;
      if (!isLiteralPart(partition) || catalogue.partition(partition)) continue;

      yield {
        range: arnPartRange(written, 'partition'),
        severity: ISOLATED.test(partition) ? 'warning' : 'error',
        message: partition === '' ? 'This ARN names no partition.' : `"${partition}" is no partition of AWS.`,
        fixes: () =>
          changeToEach(
            written.value,
            likelyPartitions(catalogue, partition).map((id) => withArnPart(written.text, 'partition', id)),
          ),
      };
    }
  },
});

/** Partitions for governments are added from time to time, `aws-iso-g` may be one that our data do not know. */
const ISOLATED = /^aws-iso-[a-z]$/;

function likelyPartitions(catalogue: Catalogue, partition: string): readonly string[] {
  const ids = catalogue.partitions.map(({ id }) => id);
  const meant = NAMES.find(([name]) => name.test(partition))?.[1];
  const found = [meant, ...closest(partition, ids, 2), 'aws'].filter((id) => id !== undefined);
  return [...new Set(found)].filter((id) => ids.includes(id)).slice(0, 3);
}

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/gov/i, 'aws-us-gov'],
  [/chin|cn/i, 'aws-cn'],
  [/eu|sovereign/i, 'aws-eusc'],
];
