import { describe, test } from 'node:test';
import { mfaBoolFalse } from '../../../server/src/rules/condition/mfa-bool-false.ts';
import { checkFix, checkRule } from '../../support/check.ts';

const deny = (condition: string): string =>
  `{ "Statement": [{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": ${condition} }] }`;

const FIX = 'Change to "BoolIfExists"';

describe('mfa-bool-false', () => {
  test('reports the operator, however the key and the value are written', () =>
    checkRule(
      mfaBoolFalse,
      `{ "Statement": [
  { "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {
      "Bool": { "aws:MultiFactorAuthPresent": "false" }
//    ^^^^^^ "Bool" is false for requests without the key, so access keys escape this Deny.
  } },
  { "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {
      "bool": { "AWS:multifactorauthpresent": [false] }
//    ^^^^^^ "bool" is false for requests without the key, so access keys escape this Deny.
  } }
] }`,
    ));

  test('is silent on the pattern that AWS documents', () =>
    checkRule(mfaBoolFalse, deny('{ "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }')));

  test('is silent on Allow, on "true", on other keys and where presence is tested, too', () => {
    checkRule(
      mfaBoolFalse,
      deny('{ "Bool": { "aws:MultiFactorAuthPresent": "false" } }').replace('Deny', 'Allow'),
    );
    checkRule(mfaBoolFalse, deny('{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }'));
    checkRule(mfaBoolFalse, deny('{ "Bool": { "aws:SecureTransport": "false" } }'));
    checkRule(
      mfaBoolFalse,
      deny(
        '{ "Bool": { "aws:MultiFactorAuthPresent": "false" }, "Null": { "aws:MultiFactorAuthPresent": "false" } }',
      ),
    );
  });

  test('is silent on values that are no "false"', () => {
    checkRule(mfaBoolFalse, deny('{ "Bool": { "aws:MultiFactorAuthPresent": { "Ref": "Mfa" } } }'));
    checkRule(mfaBoolFalse, deny('{ "Bool": { "aws:MultiFactorAuthPresent": ["false", "true"] } }'));
    checkRule(mfaBoolFalse, deny('{ "Bool": { "aws:MultiFactorAuthPresent": 0 } }'));
    checkRule(mfaBoolFalse, deny('{ "Bool": "aws:MultiFactorAuthPresent" }'));
  });

  test('renames the operator', () =>
    checkFix(
      mfaBoolFalse,
      deny('{ "Bool": { "aws:MultiFactorAuthPresent": "false" } }'),
      FIX,
      deny('{ "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }'),
    ));

  test('moves the key where others share the operator', () =>
    checkFix(
      mfaBoolFalse,
      deny('{ "Bool": { "aws:ViaAWSService": "false", "aws:MultiFactorAuthPresent": "false" } }'),
      FIX,
      deny(
        '{ "Bool": { "aws:ViaAWSService": "false" }, "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }',
      ),
    ));

  test('moves the key to the operator that is there already', () =>
    checkFix(
      mfaBoolFalse,
      deny(
        '{ "BoolIfExists": { "aws:ViaAWSService": "false" }, "Bool": { "aws:MultiFactorAuthPresent": "false" } }',
      ),
      FIX,
      deny('{ "BoolIfExists": { "aws:ViaAWSService": "false", "aws:MultiFactorAuthPresent": "false" } }'),
    ));
});
