import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { operatorKeyTypeMismatch } from '../../../server/src/rules/condition/operator-key-type-mismatch.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('operator-key-type-mismatch', () => {
  test('reports the operator if it is wrong for all its keys, otherwise the key', () =>
    checkRule(
      operatorKeyTypeMismatch,
      `{ "Statement": { "Condition": {
  "StringEquals": { "aws:username": "a",
    "aws:SecureTransport": "true" },
//  ^^^^^^^^^^^^^^^^^^^^^ "aws:SecureTransport" holds true or false, but "StringEquals" compares text.
  "Bool": { "aws:PrincipalTag/admin": "true" },
//^^^^^^ "aws:PrincipalTag/admin" holds text, but "Bool" compares true or false.
  "NumericLessThan": { "aws:CurrentTime": "2031-01-01" },
//^^^^^^^^^^^^^^^^^ "aws:CurrentTime" holds a date, but "NumericLessThan" compares numbers.
  "ForAllValues:NumericEquals": { "aws:TagKeys": "1" }
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "aws:TagKeys" holds text, but "ForAllValues:NumericEquals" compares numbers.
} } }`,
    ));

  test('is silent where the types fit, or nobody knows the key', () =>
    checkRule(
      operatorKeyTypeMismatch,
      `{ "Statement": { "Condition": {
        "Bool": { "aws:SecureTransport": "true", "acme:secure": "true" },
        "Null": { "aws:SecureTransport": "true" },
        "NumericLessThan": { "aws:EpochTime": "1924992000", "aws:MultiFactorAuthAge": "3600" },
        "DateLessThan": { "aws:EpochTime": "1924992000" }
      } } }`,
    ));

  test('leaves text operators on ARNs and ARN operators on text to their rules', () =>
    checkRule(
      operatorKeyTypeMismatch,
      '{ "Statement": { "Condition": { "StringLike": { "aws:PrincipalArn": "*" }, "ArnLike": { "aws:SourceVpc": "vpc-1" } } } }',
    ));

  test('keeps negation, comparison, set operator and suffix', () => {
    const better = (operator: string, key: string, value: string): readonly string[] =>
      fixTitles(
        operatorKeyTypeMismatch,
        `{ "Statement": { "Condition": { "${operator}": { "${key}": "${value}" } } } }`,
      );
    assert.deepEqual(better('StringNotLikeIfExists', 'aws:SourceIp', '203.0.113.7'), [
      'Change to "NotIpAddressIfExists"',
    ]);
    assert.deepEqual(better('ForAnyValue:NumericNotEquals', 'aws:TagKeys', '7'), [
      'Change to "ForAnyValue:StringNotEquals"',
    ]);
    assert.deepEqual(better('NumericGreaterThanEquals', 'aws:CurrentTime', '2031-01-01'), [
      'Change to "DateGreaterThanEquals"',
    ]);
    assert.deepEqual(better('DateLessThan', 's3:max-keys', '10'), ['Change to "NumericLessThan"']);
    assert.deepEqual(better('StringEqualsIgnoreCase', 's3:max-keys', '10'), ['Change to "NumericEquals"']);
  });

  test('offers nothing where the values do not fit the key either', () =>
    assert.deepEqual(
      fixTitles(
        operatorKeyTypeMismatch,
        '{ "Statement": { "Condition": { "StringEquals": { "aws:ViaAWSService": "ec2.amazonaws.com" } } } }',
      ),
      [],
    ));

  test('writes the opposite Boolean where there is no negated operator', () =>
    checkFix(
      operatorKeyTypeMismatch,
      '{ "Statement": { "Condition": { "StringNotEquals": { "aws:SecureTransport": "true" } } } }',
      'Change to "BoolIfExists"',
      '{ "Statement": { "Condition": { "BoolIfExists": { "aws:SecureTransport": "false" } } } }',
    ));

  test('writes a pattern of addresses as a range', () =>
    checkFix(
      operatorKeyTypeMismatch,
      '{ "Statement": { "Condition": { "StringNotLike": { "aws:SourceIp": ["203.0.113.*", "198.51.*", "192.0.2.7"] } } } }',
      'Change to "NotIpAddress"',
      '{ "Statement": { "Condition": { "NotIpAddress": { "aws:SourceIp": ["203.0.113.0/24", "198.51.0.0/16", "192.0.2.7"] } } } }',
    ));

  test('moves one key out of its operator', () =>
    checkFix(
      operatorKeyTypeMismatch,
      `{ "Statement": {
  "Condition": {
    "StringEquals": {
      "aws:username": "a", // who
      "aws:SecureTransport": "true"
    }
  }
} }`,
      'Change to "Bool"',
      `{ "Statement": {
  "Condition": {
    "StringEquals": {
      "aws:username": "a" // who
    },
    "Bool": {
      "aws:SecureTransport": "true"
    }
  }
} }`,
    ));
});
