import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { arnPartition } from '../../../server/src/rules/statement/arn-partition.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('arn-partition', () => {
  test('reports the partition, with its colons if it is empty', () =>
    checkRule(
      arnPartition,
      `{ "Statement": [{
      "Resource": [
        "arn:aws:s3:::bucket",
        "arn:asw:s3:::bucket",
//           ^^^ "asw" is no partition of AWS.
        "arn:AWS:s3:::bucket",
//           ^^^ "AWS" is no partition of AWS.
        "arn::s3:::bucket"
//          ^^ This ARN names no partition.
      ]
}] }`,
    ));

  test('reports it in conditions and identity providers', () =>
    checkRule(
      arnPartition,
      `{ "Statement": [{ "Principal": { "Federated": "arn:was:iam::111122223333:saml-provider/corp" },
//                                                 ^^^ "was" is no partition of AWS.
      "Condition": { "ArnLike": { "aws:SourceArn": ["arn:aws:sns:*:*:*", "arn:aw:sns:*:*:*", "arn:*:sns:*:*:*"] } }
//                                                                            ^^ "aw" is no partition of AWS.
}] }`,
    ));

  test('accepts every partition, wildcards and variables', () =>
    checkRule(
      arnPartition,
      `{ "Statement": { "NotResource": ["arn:aws-cn:s3:::b", "arn:aws-us-gov:s3:::b", "arn:*:s3:::b",
        "arn:aws*:s3:::b", "arn:\${aws:partition}:s3:::b", "arn:\${Partition}:s3:::b", "*", "bucket"] } }`,
    ));

  test('leaves short ARNs to arn-missing-field', () =>
    checkRule(arnPartition, '{ "Statement": { "Resource": "arn:asw:s3" } }'));

  test('is milder about an isolated partition that may be new', () =>
    assert.equal(
      findings(arnPartition, '{ "Statement": { "Resource": "arn:aws-iso-z:s3:::b" } }')[0]?.severity,
      'warning',
    ));

  test('knows what GovCloud and China are called', () => {
    const first = (partition: string) =>
      fixTitles(arnPartition, `{ "Statement": { "Resource": "arn:${partition}:s3:::b" } }`)[0];
    assert.equal(first('aws-gov'), 'Change to "arn:aws-us-gov:s3:::b"');
    assert.equal(first('govcloud'), 'Change to "arn:aws-us-gov:s3:::b"');
    assert.equal(first('aws-china'), 'Change to "arn:aws-cn:s3:::b"');
    assert.equal(first('amazon'), 'Change to "arn:aws:s3:::b"');
  });

  test('keeps the rest of the ARN', () =>
    checkFix(
      arnPartition,
      '{ "Statement": { "Resource": ["arn:aws:iam::aws:policy/x", "arn:as$0w:s3:::b/${aws:username}/*"] } }',
      'Change to "arn:aws:s3:::b/${aws:username}/*"',
      '{ "Statement": { "Resource": ["arn:aws:iam::aws:policy/x", "arn:aws:s3:::b/${aws:username}/*"] } }',
    ));
});
