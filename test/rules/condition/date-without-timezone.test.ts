import { describe, test } from 'node:test';
import { dateWithoutTimezone } from '../../../server/src/rules/condition/date-without-timezone.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('date-without-timezone', () => {
  test('reports a time without zone', () =>
    checkRule(
      dateWithoutTimezone,
      `{ "Statement": { "Condition": { "DateLessThan": { "aws:CurrentTime":
  "2030-12-31T23:59"
//^^^^^^^^^^^^^^^^^^ "2030-12-31T23:59" has no zone; with "Z" at its end it is surely UTC.
} } } }`,
    ));

  test('is silent with a zone, without a time, and on what is no date', () =>
    checkRule(
      dateWithoutTimezone,
      `{ "Statement": { "Condition": { "DateLessThan": { "aws:CurrentTime": [
        "2030-12-31T23:59Z", "2030-12-31T23:59:00+01:00", "2030-12-31", "2030", "1924992000", "2030-13-01T10:00:00", "soon"
      ] } } } }`,
    ));

  test('appends Z', () =>
    checkFix(
      dateWithoutTimezone,
      '{ "Statement": { "Condition": { "DateLessThan": { "aws:CurrentTime": "2030-12-31T23:59:59.5" } } } }',
      'Change to "2030-12-31T23:59:59.5Z"',
      '{ "Statement": { "Condition": { "DateLessThan": { "aws:CurrentTime": "2030-12-31T23:59:59.5Z" } } } }',
    ));
});
