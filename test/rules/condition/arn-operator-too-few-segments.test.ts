import { describe, test } from 'node:test';
import { arnOperatorTooFewSegments } from '../../../server/src/rules/condition/arn-operator-too-few-segments.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('arn-operator-too-few-segments', () => {
  test('reports a pattern with fewer than six parts', () =>
    checkRule(
      arnOperatorTooFewSegments,
      `{ "Statement": { "Condition": { "ArnLike": { "aws:SourceArn": [
  "arn:aws:sns:*:*:*",
  "arn:aws:sns:*"
//^^^^^^^^^^^^^^^ "arn:aws:sns:*" has fewer than six parts, so "ArnLike" never matches it.
] } } } }`,
    ));

  test('counts a variable as one part, and leaves placeholders and text operators alone', () =>
    checkRule(
      arnOperatorTooFewSegments,
      `{ "Statement": { "Condition": {
        "ArnLike": { "aws:SourceArn": ["arn:aws:iam::\${aws:PrincipalAccount}:role/a", "arn:aws:sns:\${rest}"] },
        "StringLike": { "aws:SourceArn": "arn:aws:sns:*" }
      } } }`,
    ));

  test('puts a star for each missing part where it belongs', () => {
    for (const [short, filled] of [
      ['arn:aws:sns', 'arn:aws:sns:*:*:*'],
      ['arn:*', 'arn:*:*:*:*:*'],
      ['arn:aws:sns:*:*', 'arn:aws:sns:*:*:*'],
      ['arn:aws:sns:eu-west-1', 'arn:aws:sns:eu-west-1:*:*'],
      ['arn:aws:iam::111122223333', 'arn:aws:iam::111122223333:*'],
      ['arn:aws:iam::*role/admin', 'arn:aws:iam::*:role/admin'],
      ['arn:aws:s3:amzn-s3-demo-bucket', 'arn:aws:s3:*:*:amzn-s3-demo-bucket'],
    ] as const) {
      const policy = (value: string): string =>
        `{ "Statement": { "Condition": { "ArnNotLike": { "aws:PrincipalArn": "${value}" } } } }`;
      checkFix(arnOperatorTooFewSegments, policy(short), `Change to "${filled}"`, policy(filled));
    }
  });
});
