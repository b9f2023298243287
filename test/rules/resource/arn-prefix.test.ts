import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { arnPrefix } from '../../../server/src/rules/resource/arn-prefix.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('arn-prefix', () => {
  test('only informs about a word that stands for an ARN', () => {
    const [finding] = findings(arnPrefix, '{ "Statement": { "Resource": "QUEUE_ARN" } }');
    assert.equal(finding?.message, '"QUEUE_ARN" stands for an ARN; it has to be filled in.');
    assert.equal(finding.severity, 'information');
  });

  test('reports what is no ARN', () =>
    checkRule(
      arnPrefix,
      `{ "Statement": [{
      "Resource": [
        "my-bucket",
//      ^^^^^^^^^^^ "my-bucket" is no ARN; a resource must begin with "arn:" or be "*".
        "*-bucket/*",
//      ^^^^^^^^^^^^ "*-bucket/*" is no ARN; a resource must begin with "arn:" or be "*".
        ""
//      ^^ The resource is empty; it must be an ARN or "*".
      ]
}] }`,
    ));

  test('waits while the statement is being typed', () =>
    checkRule(arnPrefix, '{ "Statement": [{ "Action": "*", "Resource": "my-buck'));

  test('accepts ARNs of any quality, stars, variables, placeholders and the short form of API Gateway', () =>
    checkRule(
      arnPrefix,
      `{ "Statement": { "Resource": ["*", "**", "arn:aws:s3:::b", "arn:x", " arn:aws:s3:::b", "\${bucket}",
        "\${aws:PrincipalTag/arn}", "{{ arn }}", "execute-api:/prod/GET/*", 7, { "Fn::GetAtt": ["B", "Arn"] }] } }`,
    ));

  test('repairs a beginning that is nearly right', () => {
    assert.deepEqual(titles('am:aws:s3:::b'), ['Change to "arn:aws:s3:::b"']);
    assert.deepEqual(titles('ARN:aws:s3:::b'), ['Change to "arn:aws:s3:::b"']);
    assert.deepEqual(titles('aws:s3:::b'), ['Change to "arn:aws:s3:::b"']);
    assert.deepEqual(titles('s3:::b/*'), ['Change to "arn:aws:s3:::b/*"']);
    assert.deepEqual(titles(':aws:s3:::b'), ['Change to "arn:aws:s3:::b"']);
    assert.deepEqual(titles('https://sqs.eu-west-1.amazonaws.com/111122223333/q'), [
      'Change to "arn:aws:sqs:eu-west-1:111122223333:q"',
    ]);
    assert.deepEqual(titles('s3://b/key'), ['Change to "arn:aws:s3:::b/key"']);
  });

  test('makes an ARN that the actions work on', () => {
    assert.deepEqual(titles('my-bucket/*', 's3:GetObject'), ['Change to "arn:aws:s3:::my-bucket/*"']);
    assert.deepEqual(titles('my-bucket', 's3:GetObject'), ['Change to "arn:aws:s3:::my-bucket/*"']);
    assert.equal(titles('my-bucket', 's3:ListBucket')[0], 'Change to "arn:aws:s3:::my-bucket"');
    assert.deepEqual(titles('Books', 'dynamodb:GetItem'), ['Change to "arn:aws:dynamodb:*:*:table/Books"']);
    assert.deepEqual(titles('role/app', 'iam:PassRole'), ['Change to "arn:aws:iam::*:role/app"']);
  });

  test('stays in the partition of the other resources', () =>
    checkFix(
      arnPrefix,
      '{ "Statement": { "Action": "s3:ListBucket", "Resource": ["arn:aws-cn:s3:::a", "b"] } }',
      'Change to "arn:aws-cn:s3:::b"',
      '{ "Statement": { "Action": "s3:ListBucket", "Resource": ["arn:aws-cn:s3:::a", "arn:aws-cn:s3:::b"] } }',
    ));

  test('offers everything only where nothing better is known', () => {
    assert.deepEqual(titles('thing', 's3:ListAllMyBuckets'), ['Change to "*"']);
    assert.deepEqual(titles(''), ['Change to "*"']);
  });
});

const titles = (resource: string, action = '*'): readonly string[] =>
  fixTitles(arnPrefix, `{ "Statement": { "Action": "${action}", "Resource": "${resource}" } }`);
