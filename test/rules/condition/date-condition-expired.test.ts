import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serviceStar } from '../../../server/src/rules/action/service-star.ts';
import { dateConditionExpired } from '../../../server/src/rules/condition/date-condition-expired.ts';
import { publicPrincipal } from '../../../server/src/rules/principal/public-principal.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

describe('date-condition-expired', () => {
  const TODAY = { today: '2026-11-22' };

  test('reports the end that has passed', () =>
    checkRule(
      dateConditionExpired,
      `{ "Statement": [{ "Condition": {
  "DateGreaterThan": { "aws:CurrentTime": "2025-01-01T00:00:00Z" },
  "DateLessThan": { "aws:CurrentTime":
    "2025-12-31" }
//  ^^^^^^^^^^^^ "2025-12-31" has passed, so this statement never applies again.
} }, { "Condition": { "NumericLessThanEquals": { "aws:EpochTime":
    1700000000
//  ^^^^^^^^^^ "1700000000" has passed, so this statement never applies again.
} } }] }`,
      TODAY,
    ));

  test('is all there is to say about whom and what the statement lets in', () => {
    const until = (date: string): readonly string[] =>
      findings(
        [dateConditionExpired, publicPrincipal, serviceStar],
        `{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*",
          "Condition": { "DateLessThan": { "aws:CurrentTime": "${date}" } } } }`,
        { ...TODAY, policyType: 'resource' },
      ).map(({ rule }) => rule.id);
    assert.deepEqual(until('2025-12-31T00:00:00Z'), ['date-condition-expired']);
    assert.deepEqual(until('2027-12-31T00:00:00Z'), ['public-principal', 'service-star']);
  });

  test('informs about a beginning that has passed and has no end', () => {
    checkRule(
      dateConditionExpired,
      `{ "Statement": { "Condition": { "DateGreaterThanEquals": { "aws:CurrentTime":
  "2025-01-01"
//^^^^^^^^^^^^ "2025-01-01" has passed, so this test is always true now.
} } } }`,
      TODAY,
    );
    checkFix(
      dateConditionExpired,
      '{ "Statement": { "Effect": "Allow", "Condition": { "DateGreaterThan": { "aws:CurrentTime": "2025-01-01" } } } }',
      'Delete the test of "aws:CurrentTime"',
      '{ "Statement": { "Effect": "Allow" } }',
      TODAY,
    );
  });

  test('is silent on windows that are open, and on sessions from before', () =>
    checkRule(
      dateConditionExpired,
      `{ "Statement": [
        { "Condition": { "DateGreaterThan": { "aws:CurrentTime": "2025-01-01" }, "DateLessThan": { "aws:CurrentTime": "2027-01-01" } } },
        { "Condition": { "DateGreaterThan": { "aws:CurrentTime": "2027-01-01" } } },
        { "Condition": { "DateLessThan": { "aws:CurrentTime": "2026-11-22T12:00:00Z" } } },
        { "Condition": { "DateLessThan": { "aws:CurrentTime": ["2025-01-01", "2027-01-01"] } } },
        { "Condition": { "DateLessThan": { "aws:CurrentTime": ["2025-01-01", "\${end}"] } } },
        { "Condition": { "DateLessThan": { "aws:TokenIssueTime": "2025-01-01T00:00:00Z" } } },
        { "Condition": { "DateLessThan": { "aws:CurrentTime": "2030" } } }
      ] }`,
      TODAY,
    ));

  test('says nothing about the past without a day, but sees an end before the beginning', () =>
    checkRule(
      dateConditionExpired,
      `{ "Statement": [{ "Condition": { "DateLessThan": { "aws:CurrentTime": "2025-01-01" } } }, { "Condition": {
  "DateGreaterThan": { "aws:CurrentTime": "2031-02-01T00:00:00Z" },
  "DateLessThan": { "AWS:currenttime":
    "2031-01-01T00:00:00Z" }
//  ^^^^^^^^^^^^^^^^^^^^^^ "2031-01-01T00:00:00Z" is before "2031-02-01T00:00:00Z", so this statement never applies.
} }] }`,
    ));

  test('deletes a statement that is over', () =>
    checkFix(
      dateConditionExpired,
      '{ "Statement": [{ "Sid": "a" }, { "Condition": { "DateLessThan": { "aws:CurrentTime": "20$025-01-01" } } }] }',
      'Delete the statement',
      '{ "Statement": [{ "Sid": "a" }] }',
      TODAY,
    ));
});
