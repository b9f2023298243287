import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deprecatedConditionKey } from '../../../server/src/rules/condition/deprecated-condition-key.ts';
import { unknownGlobalConditionKey } from '../../../server/src/rules/condition/unknown-global-condition-key.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('deprecated-condition-key', () => {
  test('reports a superseded key, whatever its case, once', () =>
    checkRule(
      [deprecatedConditionKey, unknownGlobalConditionKey],
      `{ "Statement": { "Condition": { "ArnLike": {
      "aws:arn": "1",
//    ^^^^^^^^^ "aws:arn" is deprecated; use "aws:PrincipalArn".
      "secretsmanager:KmsKeyId": "1"
//    ^^^^^^^^^^^^^^^^^^^^^^^^^ "secretsmanager:KmsKeyId" is deprecated; use "secretsmanager:KmsKeyArn".
} } } }`,
    ));

  test('leaves their successors alone', () =>
    checkRule(
      deprecatedConditionKey,
      '{ "Statement": { "Condition": { "ArnLike": { "aws:PrincipalArn": "1", "kms:KeySpec": "1", "aws:SourceArn": "1" } } } }',
    ));

  test('offers the source of a call by a service, too', () => {
    const policy = '{ "Statement": { "Condition": { "ArnLike": { "aws:ARN": "1" } } } }';
    assert.deepEqual(fixTitles(deprecatedConditionKey, policy), [
      'Change to "aws:PrincipalArn"',
      'Change to "aws:SourceArn"',
    ]);
    checkFix(
      deprecatedConditionKey,
      policy,
      'Change to "aws:SourceArn"',
      '{ "Statement": { "Condition": { "ArnLike": { "aws:SourceArn": "1" } } } }',
    );
  });
});
