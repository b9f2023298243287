import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mfaBoolFalse } from '../../../server/src/rules/condition/mfa-bool-false.ts';
import { mfaNull } from '../../../server/src/rules/condition/mfa-null.ts';
import { checkFix, checkRule } from '../../support/check.ts';
import { outcomes } from '../../support/conditions-hold.ts';

const statement = (effect: string, condition: string): string =>
  `{ "Effect": "${effect}", "Action": "ec2:*", "Resource": "*", "Condition": ${condition} }`;

const policy = (...statements: readonly string[]): string => `{ "Statement": [${statements.join(', ')}] }`;

const ABSENT = '{ "Null": { "aws:MultiFactorAuthPresent": "true" } }';
const PRESENT = '{ "Null": { "aws:MultiFactorAuthPresent": "false" } }';
const FALSE = '{ "Bool": { "aws:MultiFactorAuthPresent": "false" } }';

/** Access key, session without MFA, session with MFA. */
const REQUESTS = [{}, ...['false', 'true'].map((mfa) => ({ 'aws:multifactorauthpresent': mfa }))];

describe('mfa-null', () => {
  test('reports the key, in Allow and Deny', () =>
    checkRule(
      mfaNull,
      `{ "Statement": [
  { "Effect": "Allow", "Action": "ec2:*", "Resource": "*", "Condition": {
      "Null": { "aws:MultiFactorAuthPresent": "false" }
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Every session carries this key, with or without MFA; only its value tells.
  } },
  { "Effect": "Allow", "Action": "ec2:*", "Resource": "*", "Condition": {
      "null": { "AWS:MultiFactorAuthPresent": true }
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Only long-term access keys lack this key, so this Allow is for requests without MFA.
  } },
  { "Effect": "Deny", "Action": "ec2:*", "Resource": "*", "Condition": {
      "Null": { "aws:MultiFactorAuthPresent": ["true"] }
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Sessions without MFA carry this key with the value "false", so they escape this Deny.
  } }
] }`,
    ));

  test('is true of access keys, of sessions without MFA and of those with it', () => {
    assert.deepEqual(outcomes(PRESENT, REQUESTS), [false, true, true]);
    assert.deepEqual(outcomes(ABSENT, REQUESTS), [true, false, false]);
    assert.deepEqual(outcomes('{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }', REQUESTS), [
      false,
      false,
      true,
    ]);
    assert.deepEqual(outcomes('{ "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }', REQUESTS), [
      true,
      true,
      false,
    ]);
  });

  test('is silent on the age, which is there only after MFA', () => {
    checkRule(mfaNull, policy(statement('Allow', '{ "Null": { "aws:MultiFactorAuthAge": "false" } }')));
    checkRule(mfaNull, policy(statement('Deny', '{ "Null": { "aws:MultiFactorAuthAge": "true" } }')));
  });

  test('is silent where the value is tested beside', () => {
    const both = (value: string): string =>
      `{ "Bool": { "aws:MultiFactorAuthPresent": "${value}" }, "Null": { "aws:MultiFactorAuthPresent": "false" } }`;
    checkRule([mfaNull, mfaBoolFalse], policy(statement('Allow', both('true'))));
    checkRule([mfaNull, mfaBoolFalse], policy(statement('Deny', both('false'))));
    checkRule(
      mfaNull,
      policy(
        statement(
          'Allow',
          '{ "Null": { "aws:MultiFactorAuthPresent": "false" }, "NumericLessThan": { "aws:MultiFactorAuthAge": "3600" } }',
        ),
      ),
    );
  });

  test('is silent on two Denies that together are complete', () => {
    checkRule(mfaNull, policy(statement('Deny', ABSENT), statement('Deny', FALSE)));
    assert.deepEqual(
      REQUESTS.map((request) => outcomes(ABSENT, [request])[0] || outcomes(FALSE, [request])[0]),
      [true, true, false],
    );
  });

  test('is not fooled by an Allow that tests the value', () =>
    checkRule(
      mfaNull,
      `{ "Statement": [{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition":
      { "Null": { "aws:MultiFactorAuthPresent": "true" } }
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Sessions without MFA carry this key with the value "false", so they escape this Deny.
}, { "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": ${FALSE} }] }`,
    ));

  test('is silent on a Deny of sessions, on other keys and on values that are no Boolean', () => {
    checkRule(mfaNull, policy(statement('Deny', PRESENT)));
    checkRule(mfaNull, policy(statement('Allow', '{ "Null": { "aws:TokenIssueTime": "false" } }')));
    checkRule(mfaNull, policy(statement('Allow', '{ "Null": { "aws:MultiFactorAuthPresent": "yes" } }')));
    checkRule(
      mfaNull,
      policy(statement('Allow', '{ "Null": { "aws:MultiFactorAuthPresent": { "Ref": "X" } } }')),
    );
  });

  test('offers a test of the value', () => {
    for (const [effect, before, title, after] of [
      ['Allow', PRESENT, 'Require MFA with "Bool"', '{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }'],
      ['Allow', ABSENT, 'Require MFA with "Bool"', '{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }'],
      [
        'Deny',
        ABSENT,
        'Deny with "BoolIfExists"',
        '{ "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }',
      ],
    ] as const) {
      checkFix(mfaNull, policy(statement(effect, before)), title, policy(statement(effect, after)));
    }
  });

  test('moves the key where Null tests others, too', () =>
    checkFix(
      mfaNull,
      policy(
        statement(
          'Deny',
          '{ "Null": { "aws:ViaAWSService": "true", "aws:MultiFactorAuthPresent": "true" } }',
        ),
      ),
      'Deny with "BoolIfExists"',
      policy(
        statement(
          'Deny',
          '{ "Null": { "aws:ViaAWSService": "true" }, "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }',
        ),
      ),
    ));
});
