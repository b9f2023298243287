import { describe, test } from 'node:test';
import { arnPartitionMixed } from '../../../server/src/rules/resource/arn-partition-mixed.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('arn-partition-mixed', () => {
  test('reports an ARN whose Region is of another partition', () =>
    checkRule(
      arnPartitionMixed,
      `{ "Statement": [{ "Resource": [
      "arn:aws:sns:us-gov-west-1:111122223333:alerts",
//         ^^^ Region "us-gov-west-1" belongs to partition "aws-us-gov", not to "aws".
      "arn:aws:sns:us-east-1:111122223333:alerts", "arn:aws:sns:*:111122223333:alerts"
] }] }`,
    ));

  test('reports the ARNs that are of another partition than most of the policy', () =>
    checkRule(
      arnPartitionMixed,
      `{ "Statement": [{ "Resource": ["arn:aws-cn:s3:::reports", "arn:aws-cn:s3:::archive"] }, {
      "Principal": { "AWS": ["arn:aws-cn:iam::111122223333:root",
      "arn:aws:iam::444455556666:role/reader"] } }] }
//         ^^^ This ARN is of partition "aws", the others are mostly of "aws-cn".
`,
    ));

  test('believes, of as many ARNs, the one with a Region', () =>
    checkRule(
      arnPartitionMixed,
      `{ "Statement": { "Principal": { "AWS":
      "arn:aws-cn:iam::111122223333:root" },
//         ^^^^^^ This ARN is of partition "aws-cn", the others are mostly of "aws".
      "Resource": "arn:aws:sqs:us-east-1:111122223333:orders" } }`,
    ));

  test('reports principals of several partitions, which no policy can have', () =>
    checkRule(
      arnPartitionMixed,
      `{ "Statement": { "Principal": { "AWS": ["arn:aws:iam::111122223333:root",
      "arn:aws-cn:iam::444455556666:root"] },
//         ^^^^^^ This ARN is of partition "aws-cn", the others are mostly of "aws".
      "Resource": "arn:aws:s3:::reports/*" } }`,
    ));

  test('is silent where the same resources are named for several partitions', () =>
    checkRule(
      arnPartitionMixed,
      `{ "Statement": [{ "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::archive", "arn:aws-cn:s3:::reports",
        "arn:aws-us-gov:s3:::extra"] }] }`,
    ));

  test('is silent about patterns, placeholders and unknown partitions', () =>
    checkRule(
      arnPartitionMixed,
      `{ "Statement": [{ "Resource": ["arn:*:s3:::reports", "arn:aws:s3:::reports", "arn:aws*:s3:::archive",
        "arn:\${partition}:s3:::x", "arn:{{ p }}:sns:cn-north-1:1:x", "arn:aws:sns:mars-north-1:111122223333:x"] }] }`,
    ));

  test('changes the partition', () =>
    checkFix(
      arnPartitionMixed,
      '{ "Statement": [{ "Resource": "arn:aws:s3:::a" }, { "Resource": ["arn:aws:s3:::b", "arn:aws-$0cn:s3:::c"] }] }',
      'Change to "arn:aws:s3:::c"',
      '{ "Statement": [{ "Resource": "arn:aws:s3:::a" }, { "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::c"] }] }',
    ));
});
