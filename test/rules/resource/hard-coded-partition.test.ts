import { describe, test } from 'node:test';
import { hardCodedPartition } from '../../../server/src/rules/resource/hard-coded-partition.ts';
import { checkRule } from '../../support/check.ts';

describe('hard-coded-partition', () => {
  test('reports the partition', () =>
    checkRule(
      hardCodedPartition,
      `{ "Statement": [{ "Resource": [
      "arn:aws-cn:s3:::reports",
//         ^^^^^^ This ARN works in partition "aws-cn" only.
      "arn:*:s3:::reports", "arn:aws*:s3:::reports", "*"
] }] }`,
    ));

  test('leaves placeholders and unknown partitions alone', () =>
    checkRule(
      hardCodedPartition,
      `{ "Statement": { "Resource": ["arn:\${AWS::Partition}:s3:::reports", "arn:{{ p }}:s3:::reports",
        "arn:asw:s3:::reports"] } }`,
    ));
});
