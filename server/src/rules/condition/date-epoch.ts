import { isTestableAs } from '../../catalogue/testable-as.ts';
import { parseDateValue } from '../../iam/date-value.ts';
import { meantDates } from '../../iam/meant-date.ts';
import type { Value } from '../../policy/value.ts';
import { operandValues } from '../../reasoning/operand-values.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * A number in the place of a date counts seconds since 1970. Nobody can check it by reading, and milliseconds or digits
 * of a calendar date (`20301231`) become quite another day. `aws:EpochTime` is made for such numbers, and `kms:ValidTo`
 * takes them.
 */
export const dateEpoch = defineRule({
  id: 'date-epoch',
  scope: 'statement',
  mentions: ['date'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Date is written as a number of seconds',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['INVALID_DATE_VALUE'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "1924992000" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "2031-01-01T00:00:00Z" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const { test, value, text } of operandValues(statement, catalogue, 'Date')) {
      const date = parseDateValue(text);
      if (date?.form !== 'epoch' || (test.key && isTestableAs(test.key, 'Numeric'))) continue;
      const iso = isoTime(date.time);
      const meaning = iso ? `, ${iso.slice(0, 10)}` : '';
      yield {
        range: value.range,
        message: `"${text}" is read as seconds since 1970${meaning}; a date in ISO 8601 is safer.`,
        fixes: () => changeToIso(value, text, iso),
      };
    }
  },
});

/** Undefined for what lies beyond the years that ISO 8601 writes with four digits. */
function isoTime(time: number): string | undefined {
  if (!(time >= 0 && time < Date.UTC(10_000, 0))) return undefined;
  return new Date(time).toISOString().replace(/\.000Z$/, 'Z');
}

/** Digits of a calendar date and milliseconds first: as seconds they would hardly ever be meant. */
function changeToIso({ range }: Value, text: string, iso: string | undefined): readonly Fix[] {
  const meant = /^(?:19|20)\d{6}$/.test(text) ? meantDates(text)[0] : undefined;
  const ofMilliseconds = /^\d{13}$/.test(text) ? isoTime(Number(text)) : undefined;
  const best = meant ?? ofMilliseconds ?? iso;
  if (best === undefined) return [];
  const keepsAccess = best === iso;
  const edits = [{ range, newText: JSON.stringify(best) }];
  return [{ title: `Change to "${best}"`, keepsAccess, isPreferred: true, edits }];
}
