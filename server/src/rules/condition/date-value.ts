import { parseDateValue } from '../../iam/date-value.ts';
import { meantDates } from '../../iam/meant-date.ts';
import type { Value } from '../../policy/value.ts';
import { operandValues } from '../../reasoning/operand-values.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * Date operators compare times in ISO 8601: `2026-12-31`, `2026-12-31T23:59:59Z`, or shorter ones such as `2026-12`. Any
 * other notation, and a day that no calendar has, is rejected or never matches.
 */
export const dateValue = defineRule({
  id: 'date-value',
  scope: 'statement',
  mentions: ['date'],
  severity: 'error',
  category: 'correctness',
  summary: 'Date operator with a value that is no ISO 8601 date',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  equivalents: { accessAnalyzer: ['TYPE_MISMATCH_DATE'], parliament: ['MISMATCHED_TYPE'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "31/12/2030" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "2030-12-31" } }',
    },
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "2030-06-31T00:00:00Z" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "2030-06-30T00:00:00Z" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const { value, text } of operandValues(statement, catalogue, 'Date')) {
      if (parseDateValue(text)) continue;
      const fault = /^\d{4}-\d\d-\d\d(?:T|$)/.test(text) ? 'is no existing date' : 'is no date in ISO 8601';
      yield {
        range: value.range,
        message: `"${text}" ${fault}, such as 2026-12-31 or 2026-12-31T23:59:59Z.`,
        fixes: () => repairs(value, meantDates(text)),
      };
    }
  },
});

/** Preferred where there is one reading only. */
function repairs({ range }: Value, dates: readonly string[]): readonly Fix[] {
  return dates.map((date) => ({
    title: `Change to "${date}"`,
    keepsAccess: false,
    ...(dates.length === 1 && { isPreferred: true as const }),
    edits: [{ range, newText: JSON.stringify(date) }],
  }));
}
