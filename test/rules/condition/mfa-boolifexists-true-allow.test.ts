import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mfaBoolifexistsTrueAllow } from '../../../server/src/rules/condition/mfa-boolifexists-true-allow.ts';
import { checkFix, checkRule } from '../../support/check.ts';
import { outcomes } from '../../support/conditions-hold.ts';

const statement = (effect: string, condition: string): string =>
  `{ "Statement": [{ "Effect": "${effect}", "Action": "ec2:*", "Resource": "*", "Condition": ${condition} }] }`;

const BOOL_IF_EXISTS = '{ "BoolIfExists": { "aws:MultiFactorAuthPresent": "true" } }';
const BOOL = '{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }';

describe('mfa-boolifexists-true-allow', () => {
  test('reports the operator, however the value is written', () => {
    for (const value of ['"true"', '"TRUE"', 'true', '[true]']) {
      checkRule(
        mfaBoolifexistsTrueAllow,
        `{ "Statement": { "Effect": "Allow", "Action": "ec2:*", "Resource": "*", "Condition": {
      "BoolIfExists": { "aws:multifactorauthpresent": ${value} }
//    ^^^^^^^^^^^^^^ "BoolIfExists" holds for requests without the key, so access keys need no MFA here.
} } }`,
      );
    }
  });

  test('is true of access keys, of sessions without MFA and of those with it', () => {
    const requests = [{}, ...['false', 'true'].map((mfa) => ({ 'aws:multifactorauthpresent': mfa }))];
    assert.deepEqual(outcomes(BOOL_IF_EXISTS, requests), [true, false, true]);
    assert.deepEqual(outcomes(BOOL, requests), [false, false, true]);
  });

  test('is silent on Bool, on Deny, on "false" and where the key must be present', () => {
    checkRule(mfaBoolifexistsTrueAllow, statement('Allow', BOOL));
    checkRule(mfaBoolifexistsTrueAllow, statement('Deny', BOOL_IF_EXISTS));
    checkRule(mfaBoolifexistsTrueAllow, statement('Allow', BOOL_IF_EXISTS.replace('"true"', '"false"')));
    checkRule(
      mfaBoolifexistsTrueAllow,
      statement(
        'Allow',
        BOOL_IF_EXISTS.replace(/ }$/, ', "Null": { "aws:MultiFactorAuthPresent": "false" } }'),
      ),
    );
    checkRule(
      mfaBoolifexistsTrueAllow,
      statement(
        'Allow',
        BOOL_IF_EXISTS.replace(/ }$/, ', "NumericLessThan": { "aws:MultiFactorAuthAge": "60" } }'),
      ),
      { policyType: 'identity' },
    );
  });

  test('is silent on values that are not known', () => {
    checkRule(mfaBoolifexistsTrueAllow, statement('Allow', BOOL_IF_EXISTS.replace('"true"', '"${mfa}"')));
    checkRule(
      mfaBoolifexistsTrueAllow,
      statement('Allow', BOOL_IF_EXISTS.replace('"true"', '{ "Ref": "Mfa" }')),
    );
  });

  test('offers Bool', () =>
    checkFix(
      mfaBoolifexistsTrueAllow,
      statement('Allow', BOOL_IF_EXISTS),
      'Change to "Bool"',
      statement('Allow', BOOL),
    ));
});
