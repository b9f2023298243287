import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dateEpoch } from '../../../server/src/rules/condition/date-epoch.ts';
import type { Fix } from '../../../server/src/rules/rule.ts';
import { checkRule, findings } from '../../support/check.ts';

describe('date-epoch', () => {
  test('says which day the number is', () =>
    checkRule(
      dateEpoch,
      `{ "Statement": { "Condition": { "DateLessThan": { "aws:CurrentTime": [
  "1924992000",
//^^^^^^^^^^^^ "1924992000" is read as seconds since 1970, 2031-01-01; a date in ISO 8601 is safer.
  20301231,
//^^^^^^^^ "20301231" is read as seconds since 1970, 1970-08-23; a date in ISO 8601 is safer.
  "1924992000000"
//^^^^^^^^^^^^^^^ "1924992000000" is read as seconds since 1970; a date in ISO 8601 is safer.
] } } } }`,
    ));

  test('is silent on dates, years, and keys that are made for numbers', () =>
    checkRule(
      dateEpoch,
      `{ "Statement": { "Condition": {
        "DateLessThan": { "aws:CurrentTime": ["2031-01-01", "2031"], "aws:EpochTime": 1924992000 },
        "NumericLessThan": { "aws:EpochTime": "1924992000" }
      } } }`,
    ));

  test('writes the moment that the number means, or what it was meant to', () => {
    const fix = (value: string): Fix | undefined =>
      findings(
        dateEpoch,
        `{ "Statement": { "Condition": { "DateLessThan": { "aws:CurrentTime": ${value} } } } }`,
      )[0]?.fixes()[0];
    assert.equal(fix('1924992000')?.edits[0]?.newText, '"2031-01-01T00:00:00Z"');
    assert.equal(fix('1924992000')?.keepsAccess, true);
    assert.equal(fix('"20301231"')?.edits[0]?.newText, '"2030-12-31"');
    assert.equal(fix('"20301231"')?.keepsAccess, false);
    assert.equal(fix('1924992000000')?.edits[0]?.newText, '"2031-01-01T00:00:00Z"');
    assert.equal(fix('1924992000000')?.keepsAccess, false);
  });
});
