import { describe, test } from 'node:test';
import { arnOperatorValueNotArn } from '../../../server/src/rules/condition/arn-operator-value-not-arn.ts';
import { checkRule } from '../../support/check.ts';

describe('arn-operator-value-not-arn', () => {
  test('reports each value that is no ARN', () =>
    checkRule(
      arnOperatorValueNotArn,
      `{ "Statement": { "Condition": { "ArnLike": { "aws:SourceArn": [
  "arn:aws:s3:::amzn-s3-demo-bucket",
  "amzn-s3-demo-bucket",
//^^^^^^^^^^^^^^^^^^^^^ "amzn-s3-demo-bucket" is no ARN, so "ArnLike" matches it with nothing.
  "*role/admin"
//^^^^^^^^^^^^^ "*role/admin" is no ARN, so "ArnLike" matches it with nothing.
] } } } }`,
    ));

  test('leaves stars, variables, placeholders and short ARNs alone', () =>
    checkRule(
      arnOperatorValueNotArn,
      `{ "Statement": { "Condition": { "ArnLike": { "aws:SourceArn": [
        "*", "\${aws:PrincipalArn}", "{{ arn }}", "\${TopicArn}", "arn:aws:sns:*", "*:aws:sns:*:*:x"
      ] } } } }`,
    ));

  test('leaves keys that hold no ARN to their own rule', () =>
    checkRule(
      arnOperatorValueNotArn,
      '{ "Statement": { "Condition": { "ArnEquals": { "aws:SourceVpc": "vpc-0a1b2c3d", "aws:PrincipalTag/team": "blue" } } } }',
    ));

  test('speaks about keys that nobody knows, and about numbers', () =>
    checkRule(
      arnOperatorValueNotArn,
      `{ "Statement": { "Condition": { "ArnEquals": { "acme:source":
  111122223333
//^^^^^^^^^^^^ "111122223333" is no ARN, so "ArnEquals" matches it with nothing.
} } } }`,
    ));
});
