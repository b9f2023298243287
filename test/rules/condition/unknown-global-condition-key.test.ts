import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unknownGlobalConditionKey } from '../../../server/src/rules/condition/unknown-global-condition-key.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('unknown-global-condition-key', () => {
  test('reports only the unknown key of a condition', () =>
    checkRule(
      unknownGlobalConditionKey,
      `{ "Statement": { "Condition": { "StringEquals": {
      "aws:PrincipalOrgID": "o-a", "aws:SourceAcount": "111122223333"
//                                 ^^^^^^^^^^^^^^^^^^ There is no global condition key "aws:SourceAcount".
} } } }`,
    ));

  test('ignores case, tag keys and what is filled in later', () =>
    checkRule(
      unknownGlobalConditionKey,
      `{ "Statement": { "Condition": { "StringEquals": {
        "AWS:sourceaccount": "1", "aws:RequestTag/Cost Center": "1", "aws:\${kind}Tag/x": "1", "aws:{{ key }}": "1"
} } } }`,
    ));

  test('leaves missing tag names, superseded keys and misplaced blocks to their own rules', () =>
    checkRule(
      unknownGlobalConditionKey,
      `{ "Statement": { "Condition": { "StringEquals": {
        "aws:ResourceTag": "1", "aws:ResourceTag/": "1", "aws:ARN": "1", "aws:Sourc": { "a": "1" }, " aws:SourceI": "1"
} } } }`,
    ));

  test('is milder about what may be newer than the data: known words in a new order, or a new word', () => {
    for (const key of ['aws:VpcOrgID', 'aws:ResourceVpc', 'aws:QuantumState']) {
      assert.equal(severityOf(key), 'warning', key);
    }
    for (const key of ['aws:SourcIp', 'aws:TagKey', 'aws:PrincipalOrg', 'aws:MultiFactorAuthPresnt']) {
      assert.equal(severityOf(key), 'error', key);
    }
    checkRule(
      unknownGlobalConditionKey,
      `{ "Statement": { "Condition": { "StringEquals": {
      "aws:QuantumState": "up"
//    ^^^^^^^^^^^^^^^^^^ There is no global condition key "aws:QuantumState" as of 2026-01-31.
} } } }`,
    );
  });

  test('knows a global key that the machine-readable sources lack', () =>
    checkRule(unknownGlobalConditionKey, policyWith('aws:SignInSessionArn')));

  test('keeps the name of the tag', () =>
    checkFix(
      unknownGlobalConditionKey,
      policyWith('aws:ReqestTag/Team'),
      'Change to "aws:RequestTag/Team"',
      policyWith('aws:RequestTag/Team'),
    ));

  test('finds a key of the services that the statement names', () => {
    const text =
      '{ "Statement": { "Action": "s3:ListBucket", "Condition": { "StringEquals": { "aws:prefix": "a" } } } }';
    assert.equal(fixTitles(unknownGlobalConditionKey, text)[0], 'Change to "s3:prefix"');
    assert.equal(findings(unknownGlobalConditionKey, text)[0]?.severity, 'error');
  });

  test('does not offer a key that the operator tests already', () =>
    assert.deepEqual(
      fixTitles(
        unknownGlobalConditionKey,
        '{ "Statement": { "Condition": { "StringEquals": { "aws:SourceIpp": "1", "aws:SourceIp": "1" } } } }',
      ).filter((title) => title.includes('"aws:SourceIp"')),
      [],
    ));
});

const policyWith = (key: string): string =>
  `{ "Statement": { "Condition": { "StringEquals": { "${key}": "1" } } } }`;

const severityOf = (key: string): string | undefined =>
  findings(unknownGlobalConditionKey, policyWith(key))[0]?.severity;
