import { describe, test } from 'node:test';
import { boolMultipleValues } from '../../../server/src/rules/condition/bool-multiple-values.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('bool-multiple-values', () => {
  test('reports several values of Bool and of Null', () =>
    checkRule(
      boolMultipleValues,
      `{ "Statement": { "Condition": {
  "Bool": {
    "aws:SecureTransport": ["true", "false"] },
//  ^^^^^^^^^^^^^^^^^^^^^ "Bool" takes one value, but "aws:SecureTransport" has 2.
  "Null": {
    "aws:username": [true, false] }
//  ^^^^^^^^^^^^^^ "Null" takes one value, but "aws:username" has 2.
} } }`,
    ));

  test('is silent on one value, on keys with several and on other operators', () =>
    checkRule(
      boolMultipleValues,
      `{ "Statement": { "Condition": {
        "Bool": { "aws:SecureTransport": ["true"] },
        "ForAnyValue:Bool": { "acme:flags": ["true", "false"] },
        "StringEquals": { "aws:username": ["true", "false"] }
      } } }`,
    ));

  test('keeps one, whichever', () => {
    const policy = (value: string): string =>
      `{ "Statement": { "Condition": { "Bool": { "aws:SecureTransport": ${value} } } } }`;
    checkFix(boolMultipleValues, policy('["true", "false"]'), 'Keep "false"', policy('"false"'));
    checkFix(boolMultipleValues, policy('[true, "True"]'), 'Keep "true"', policy('"true"'));
  });
});
