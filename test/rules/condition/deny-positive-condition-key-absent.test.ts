import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { denyPositiveConditionKeyAbsent } from '../../../server/src/rules/condition/deny-positive-condition-key-absent.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';
import { outcomes } from '../../support/conditions-hold.ts';

const policy = (condition: string, effect = 'Deny'): string =>
  `{ "Statement": [{ "Effect": "${effect}", "Action": "s3:*", "Resource": "*", "Condition": ${condition} }] }`;

const AGE = '{ "NumericGreaterThan": { "aws:MultiFactorAuthAge": "3600" } }';
const APPROVED = '{ "StringEquals": { "aws:PrincipalTag/approved": "false" } }';

const severities = (condition: string): readonly string[] =>
  findings(denyPositiveConditionKeyAbsent, policy(condition)).map(({ severity }) => severity);

describe('deny-positive-condition-key-absent', () => {
  test('reports keys whose absence means the same as the value', () =>
    checkRule(
      denyPositiveConditionKeyAbsent,
      `{ "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": {
      "NumericGreaterThanEquals": { "aws:multifactorauthage": 3600 },
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^ Callers without MFA lack "aws:multifactorauthage" and escape this Deny.
      "StringEqualsIgnoreCase": { "aws:PrincipalTag/approved": ["false", "No"], "s3:ExistingObjectTag/scanned": "no" }
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Callers without the tag lack "aws:PrincipalTag/approved" and escape this Deny.
//                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Resources without the tag lack "s3:ExistingObjectTag/scanned" and escape this Deny.
} } }`,
    ));

  test('is true of requests without the key, with the value and with another', () => {
    const ages = [{}, { 'aws:multifactorauthage': '60' }, { 'aws:multifactorauthage': '7200' }];
    assert.deepEqual(outcomes(AGE, ages), [false, false, true]);
    assert.deepEqual(outcomes(AGE.replace('Than', 'ThanIfExists'), ages), [true, false, true]);
    const tags = [{}, { 'aws:principaltag/approved': 'true' }, { 'aws:principaltag/approved': 'false' }];
    assert.deepEqual(outcomes(APPROVED, tags), [false, false, true]);
    assert.deepEqual(outcomes(APPROVED.replace('Equals', 'EqualsIfExists'), tags), [true, false, true]);
  });

  test('says it as information where a caller or a network is named by nothing else', () => {
    assert.deepEqual(severities(AGE), ['warning']);
    assert.deepEqual(severities(APPROVED), ['warning']);
    assert.deepEqual(severities('{ "StringEquals": { "aws:PrincipalTag/team": "red" } }'), ['information']);
    assert.deepEqual(severities('{ "StringEquals": { "aws:SourceVpc": "vpc-1" } }'), ['information']);
  });

  test('is silent with IfExists, whatever other tools say: the Deny applies without the key', () => {
    checkRule(denyPositiveConditionKeyAbsent, policy(AGE.replace('Than', 'ThanIfExists')));
    checkRule(denyPositiveConditionKeyAbsent, policy(APPROVED.replace('Equals', 'EqualsIfExists')));
  });

  test('is silent on negated operators, which hold without the key, and on Allow', () => {
    checkRule(denyPositiveConditionKeyAbsent, policy(APPROVED.replace('Equals', 'NotEquals')));
    checkRule(denyPositiveConditionKeyAbsent, policy(APPROVED, 'Allow'));
    checkRule(denyPositiveConditionKeyAbsent, policy(AGE, 'Allow'));
  });

  test('is silent on tags that switch a Deny on, as in policies of AWS', () => {
    checkRule(
      denyPositiveConditionKeyAbsent,
      policy('{ "StringEquals": { "aws:ResourceTag/Excluded": "True" } }'),
    );
    checkRule(denyPositiveConditionKeyAbsent, policy('{ "StringLike": { "aws:RequestTag/x": "*" } }'));
    checkRule(
      denyPositiveConditionKeyAbsent,
      policy('{ "DateLessThan": { "aws:TokenIssueTime": "2026-01-01T00:00:00Z" } }'),
    );
    checkRule(
      denyPositiveConditionKeyAbsent,
      policy('{ "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::*:root" } }'),
    );
    checkRule(denyPositiveConditionKeyAbsent, policy('{ "Bool": { "aws:SecureTransport": "false" } }'));
    checkRule(
      denyPositiveConditionKeyAbsent,
      policy('{ "NumericLessThan": { "aws:MultiFactorAuthAge": "60" } }'),
    );
  });

  test('is silent where the key must be present, or more is tested', () => {
    checkRule(
      denyPositiveConditionKeyAbsent,
      policy(AGE.replace(/ }$/, ', "Null": { "aws:MultiFactorAuthAge": "false" } }')),
    );
    checkRule(
      denyPositiveConditionKeyAbsent,
      policy(
        '{ "StringEquals": { "aws:PrincipalTag/team": "red" }, "Bool": { "aws:SecureTransport": "false" } }',
      ),
    );
  });

  test('is silent where a second Deny is for requests without the key', () => {
    const statement = (effect: string, condition: string): string =>
      `{ "Effect": "${effect}", "Action": "s3:*", "Resource": "*", "Condition": ${condition} }`;
    const absent = '{ "Null": { "AWS:MultiFactorAuthAge": "true" } }';
    checkRule(
      denyPositiveConditionKeyAbsent,
      `{ "Statement": [${statement('Deny', AGE)}, ${statement('Deny', absent)}] }`,
    );
    const allowed = `{ "Statement": [${statement('Deny', AGE)}, ${statement('Allow', absent)}] }`;
    assert.equal(findings(denyPositiveConditionKeyAbsent, allowed).length, 1);
  });

  test('is silent on values that are not known', () =>
    checkRule(
      denyPositiveConditionKeyAbsent,
      policy('{ "StringEquals": { "aws:ResourceTag/ok": ["no", "${value}"] } }'),
    ));

  test('adds IfExists', () =>
    checkFix(
      denyPositiveConditionKeyAbsent,
      policy(APPROVED),
      'Change to "StringEqualsIfExists"',
      policy(APPROVED.replace('Equals', 'EqualsIfExists')),
    ));
});
