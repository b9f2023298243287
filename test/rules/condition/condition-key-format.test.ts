import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conditionKeyFormat } from '../../../server/src/rules/condition/condition-key-format.ts';
import { conditionShape } from '../../../server/src/rules/condition/condition-shape.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('condition-key-format', () => {
  test('reports a key without a colon, and one without anything on one side of it', () =>
    checkRule(
      conditionKeyFormat,
      `{ "Statement": { "Condition": { "StringEquals": {
      "SourceIp": "1",
//    ^^^^^^^^^^ "SourceIp" is no condition key; a prefix such as "aws:" is missing.
      ":SourceIp": "1",
//    ^^^^^^^^^^^ ":SourceIp" is no condition key; write a prefix, one colon and a name.
      "aws:": "1",
//    ^^^^^^ "aws:" is no condition key; write a prefix, one colon and a name.
      "aws::SourceIp": "1"
//    ^^^^^^^^^^^^^^^ "aws::SourceIp" is no condition key; write a prefix, one colon and a name.
} } } }`,
    ));

  test('leaves unknown keys, placeholders, white space at the ends and misplaced elements to others', () =>
    checkRule(
      conditionKeyFormat,
      `{ "Statement": { "Condition": { "StringEquals": {
        "aws:Nothing": "1", "{{ key }}": "1", "\${key}": "1", "\${aws:SourceIp}": "1", "aws:SourceIp ": "1",
        "Action": "s3:*", "SourceIp": { "a": "1" }
} } } }`,
    ));

  test('is one finding with condition-shape', () => {
    const turned = '{ "Statement": { "Condition": { "aws:SourceIp": { "IpAddress": "203.0.113.0/24" } } } }';
    assert.deepEqual(
      findings([conditionKeyFormat, conditionShape], turned).map(({ rule }) => rule.id),
      ['condition-shape'],
    );
  });

  test('waits while the statement is being typed', () =>
    checkRule(conditionKeyFormat, '{ "Statement": { "Condition": { "StringEquals": { "aws": "x", } } '));

  test('offers the key of all services, or of those that the statement names', () => {
    checkFix(
      conditionKeyFormat,
      policyWith('ResourceTag/team'),
      'Change to "aws:ResourceTag/team"',
      policyWith('aws:ResourceTag/team'),
    );
    assert.equal(fixTitles(conditionKeyFormat, policyWith('Prefix'))[0], 'Change to "s3:prefix"');
    assert.equal(fixTitles(conditionKeyFormat, policyWith('ExternalId'))[0], 'Change to "sts:ExternalId"');
  });

  test('repairs the separator', () => {
    for (const key of [
      'aws.SourceIp',
      'aws::SourceIp',
      'awsSourceIp',
      'aws;SourceIp',
      'aws/sourceip',
      'Source-Ip',
    ]) {
      assert.equal(fixTitles(conditionKeyFormat, policyWith(key))[0], 'Change to "aws:SourceIp"', key);
    }
  });

  test('asks for the prefix of what nobody knows', () =>
    checkFix(conditionKeyFormat, policyWith('zzz'), 'Insert a prefix', policyWith('aws:zzz')));
});

const policyWith = (key: string): string =>
  `{ "Statement": { "Action": "s3:ListBucket", "Condition": { "StringEquals": { "${key}": "1" } } } }`;
