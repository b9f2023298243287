import { describe, test } from 'node:test';
import { boolValue } from '../../../server/src/rules/condition/bool-value.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('bool-value', () => {
  test('reports what is neither true nor false', () =>
    checkRule(
      boolValue,
      `{ "Statement": { "Condition": { "BoolIfExists": {
  "aws:SecureTransport": "yes",
//                       ^^^^^ "BoolIfExists" compares true and false; "yes" is neither.
  "aws:MultiFactorAuthPresent": 1
//                              ^ "BoolIfExists" compares true and false; "1" is neither.
} } } }`,
    ));

  test('accepts any case, Booleans, variables and placeholders', () =>
    checkRule(
      boolValue,
      `{ "Statement": { "Condition": { "Bool": {
        "aws:SecureTransport": "TRUE",
        "aws:ViaAWSService": true,
        "aws:MultiFactorAuthPresent": "\${aws:PrincipalTag/mfa}",
        "acme:flag": "{{ flag }}"
      } } } }`,
    ));

  test('leaves blanks at the end to the rule about them', () =>
    checkRule(boolValue, '{ "Statement": { "Condition": { "Bool": { "aws:SecureTransport": "true " } } } }'));

  test('says nothing where the operator is the mistake', () =>
    checkRule(
      boolValue,
      '{ "Statement": { "Condition": { "Bool": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } } }',
    ));

  test('changes the one value of a list', () =>
    checkFix(
      boolValue,
      '{ "Statement": { "Condition": { "Bool": { "aws:SecureTransport": ["flase"] } } } }',
      'Change to "false"',
      '{ "Statement": { "Condition": { "Bool": { "aws:SecureTransport": ["false"] } } } }',
    ));
});
