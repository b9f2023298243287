import { parseDateValue } from '../../iam/date-value.ts';
import { operandValues } from '../../reasoning/operand-values.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule } from '../rule.ts';

/**
 * ISO 8601 leaves the zone of a time open unless it ends with `Z` or an offset, and AWS does not say which one it takes.
 * `Z` stands for UTC, the zone in which AWS tells the time.
 */
export const dateWithoutTimezone = defineRule({
  id: 'date-without-timezone',
  scope: 'statement',
  mentions: ['date'],
  severity: 'hint',
  category: 'style',
  summary: 'Time without a zone',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "2030-12-31T23:59:59" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "2030-12-31T23:59:59Z" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const { value, text } of operandValues(statement, catalogue, 'Date')) {
      if (value.kind !== 'string' || parseDateValue(text)?.hasZone !== false) continue;
      yield {
        range: value.range,
        message: `"${text}" has no zone; with "Z" at its end it is surely UTC.`,
        fixes: () => changeToEach(value, [`${text}Z`]),
      };
    }
  },
});
