import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dateValue } from '../../../server/src/rules/condition/date-value.ts';
import { checkRule, fixTitles } from '../../support/check.ts';

describe('date-value', () => {
  test('reports other notations and days that do not exist', () =>
    checkRule(
      dateValue,
      `{ "Statement": { "Condition": { "DateGreaterThan": { "aws:CurrentTime": [
  "31/12/2030",
//^^^^^^^^^^^^ "31/12/2030" is no date in ISO 8601, such as 2026-12-31 or 2026-12-31T23:59:59Z.
  "2030-02-29",
//^^^^^^^^^^^^ "2030-02-29" is no existing date, such as 2026-12-31 or 2026-12-31T23:59:59Z.
  "2030-*",
//^^^^^^^^ "2030-*" is no date in ISO 8601, such as 2026-12-31 or 2026-12-31T23:59:59Z.
  true
//^^^^ "true" is no date in ISO 8601, such as 2026-12-31 or 2026-12-31T23:59:59Z.
] } } } }`,
    ));

  test('accepts all forms of ISO 8601 that AWS takes, numbers and placeholders', () =>
    checkRule(
      dateValue,
      `{ "Statement": { "Condition": { "DateGreaterThan": { "aws:CurrentTime": [
        "2030", "2030-12", "2030-12-31", "2028-02-29", "2030-12-31T10:00Z", "2030-12-31T10:00:00Z",
        "2030-12-31T10:00:00.123Z", "2030-12-31T10:00:00+01:00", "2030-12-31T24:00:00Z", "2030-12-31T10:00:00",
        "1924992000", 1924992000, "\${end}", "<date>", "\${aws:TokenIssueTime}"
      ] } } } }`,
    ));

  test('says nothing where the operator is the mistake', () =>
    checkRule(dateValue, '{ "Statement": { "Condition": { "DateEquals": { "aws:username": "alice" } } } }'));

  test('writes it in ISO 8601, in each way in which it may be read', () => {
    for (const [value, ...meant] of [
      ['31/12/2030', '2030-12-31'],
      ['12/31/2030', '2030-12-31'],
      ['03/04/2030', '2030-04-03', '2030-03-04'],
      ['31.12.2030', '2030-12-31'],
      ['2030/1/2', '2030-01-02'],
      ['2030-31-12', '2030-12-31'],
      ['2030-06-31', '2030-06-30'],
      ['2030-12-31 23:59:59', '2030-12-31T23:59:59Z'],
      ['2030-12-31 9:30 UTC', '2030-12-31T09:30Z'],
      ['2030-12-31 10:00:00+02:00', '2030-12-31T10:00:00+02:00'],
      ['Dec 31, 2030', '2030-12-31'],
      ['31 December 2030', '2030-12-31'],
      ['20301231T10:00Z', '2030-12-31T10:00Z'],
      ['tomorrow'],
      ['2030-12-31T25:00:00Z'],
    ] as const) {
      assert.deepEqual(
        fixTitles(
          dateValue,
          `{ "Statement": { "Condition": { "DateLessThan": { "aws:CurrentTime": "${value}" } } } }`,
        ),
        meant.map((text) => `Change to "${text}"`),
        value,
      );
    }
  });
});
