import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mfaFalseAllow } from '../../../server/src/rules/condition/mfa-false-allow.ts';
import { checkFix, checkRule } from '../../support/check.ts';
import { outcomes } from '../../support/conditions-hold.ts';

const statement = (effect: string, operator: string, value: string): string =>
  `{ "Statement": [{ "Effect": "${effect}", "Action": "ec2:*", "Resource": "*", "Condition": { "${operator}": { "aws:MultiFactorAuthPresent": ${value} } } }] }`;

describe('mfa-false-allow', () => {
  test('reports the value', () =>
    checkRule(
      mfaFalseAllow,
      `{ "Statement": [
  { "Effect": "Allow", "Action": "ec2:*", "Resource": "*", "Condition": {
      "Bool": { "aws:MultiFactorAuthPresent": "false" }
//                                            ^^^^^^^ This Allow applies only to sessions without MFA.
  } },
  { "Effect": "Allow", "Action": "ec2:*", "Resource": "*", "Condition": {
      "BoolIfExists": { "aws:multifactorauthpresent": [false] }
//                                                     ^^^^^ This Allow applies only to access keys and sessions without MFA.
  } }
] }`,
    ));

  test('is true of access keys, of sessions without MFA and of those with it', () => {
    const requests = [{}, ...['false', 'true'].map((mfa) => ({ 'aws:multifactorauthpresent': mfa }))];
    assert.deepEqual(outcomes('{ "Bool": { "aws:MultiFactorAuthPresent": "false" } }', requests), [
      false,
      true,
      false,
    ]);
    assert.deepEqual(outcomes('{ "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }', requests), [
      true,
      true,
      false,
    ]);
  });

  test('is silent on the Deny that AWS documents, whatever other tools say of it', () =>
    checkRule(mfaFalseAllow, statement('Deny', 'BoolIfExists', '"false"')));

  test('is silent on "true", on Null and on values that are not known', () => {
    checkRule(mfaFalseAllow, statement('Allow', 'Bool', '"true"'));
    checkRule(mfaFalseAllow, statement('Allow', 'Null', '"false"'));
    checkRule(mfaFalseAllow, statement('Allow', 'Bool', '{ "Ref": "Mfa" }'));
    checkRule(mfaFalseAllow, statement('Allow', 'Bool', '["false", "true"]'));
  });

  test('requires MFA with Bool', () => {
    for (const operator of ['Bool', 'BoolIfExists']) {
      checkFix(
        mfaFalseAllow,
        statement('Allow', operator, '"false"'),
        'Require MFA',
        statement('Allow', 'Bool', '"true"'),
      );
    }
  });
});
