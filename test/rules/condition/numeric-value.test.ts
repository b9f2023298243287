import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { numericValue } from '../../../server/src/rules/condition/numeric-value.ts';
import { checkRule, fixTitles } from '../../support/check.ts';

describe('numeric-value', () => {
  test('reports what is no number', () =>
    checkRule(
      numericValue,
      `{ "Statement": { "Condition": { "NumericLessThanEquals": {
  "aws:MultiFactorAuthAge": "1h",
//                          ^^^^ "1h" is no number, which "NumericLessThanEquals" needs.
  "s3:max-keys": ["10", "1*"]
//                      ^^^^ "1*" is no number, which "NumericLessThanEquals" needs.
} } } }`,
    ));

  test('accepts whole and decimal numbers, quoted or not, and placeholders', () =>
    checkRule(
      numericValue,
      `{ "Statement": { "Condition": { "NumericEquals": {
        "s3:max-keys": [10, "10", "-1", "1.2", "0.50"],
        "s3:TlsVersion": 1.2,
        "acme:number": ["\${max}", "\${aws:PrincipalTag/max}"]
      } } } }`,
    ));

  test('says nothing where the operator is the mistake', () =>
    checkRule(
      numericValue,
      '{ "Statement": { "Condition": { "NumericEquals": { "aws:username": "alice" } } } }',
    ));

  test('takes away what is no digit if the amount stays the same', () => {
    const titles = (key: string, value: string): readonly string[] =>
      fixTitles(
        numericValue,
        `{ "Statement": { "Condition": { "NumericEquals": { "${key}": "${value}" } } } }`,
      );
    assert.deepEqual(titles('s3:TlsVersion', 'TLSv1.2'), ['Change to "1.2"']);
    assert.deepEqual(titles('s3:max-keys', '1,000'), ['Change to "1000"']);
    assert.deepEqual(titles('aws:MultiFactorAuthAge', '3600 seconds'), ['Change to "3600"']);
    assert.deepEqual(titles('aws:EpochTime', '2031-01-01T00:00:00Z'), ['Change to "1924992000"']);
    assert.deepEqual(titles('aws:MultiFactorAuthAge', '1h'), []);
    assert.deepEqual(titles('s3:max-keys', '10*'), []);
  });
});
