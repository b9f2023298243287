import { describe, test } from 'node:test';
import { conditionValueUnquoted } from '../../../server/src/rules/condition/condition-value-unquoted.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('condition-value-unquoted', () => {
  test('reports the first value without quotes of each key', () =>
    checkRule(
      conditionValueUnquoted,
      `{ "Statement": { "Condition": {
  "Bool": { "aws:SecureTransport": false },
//                                 ^^^^^ false has no quotes; condition values are usually strings.
  "NumericEquals": { "s3:max-keys": [10, 20] }
//                                   ^^ 10 has no quotes; condition values are usually strings.
} } }`,
    ));

  test('is silent on strings, on mixed lists and on null, which have rules of their own', () =>
    checkRule(
      conditionValueUnquoted,
      '{ "Statement": { "Condition": { "Bool": { "aws:SecureTransport": "false", "aws:ViaAWSService": null }, "NumericEquals": { "s3:max-keys": [10, "20"] } } } }',
    ));

  test('quotes the whole list', () =>
    checkFix(
      conditionValueUnquoted,
      '{ "Statement": { "Condition": { "NumericEquals": { "s3:max-keys": [10, 20] } } } }',
      'Put quotes around 2 values',
      '{ "Statement": { "Condition": { "NumericEquals": { "s3:max-keys": ["10", "20"] } } } }',
    ));
});
