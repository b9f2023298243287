import { parseDateValue } from '../../iam/date-value.ts';
import { isNumberText, meantNumber } from '../../iam/number-value.ts';
import type { Value } from '../../policy/value.ts';
import { operandValues } from '../../reasoning/operand-values.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * Numeric operators compare whole and decimal numbers. A value with a unit, a wildcard or anything else beside the digits
 * is no number, and the test cannot hold.
 */
export const numericValue = defineRule({
  id: 'numeric-value',
  scope: 'statement',
  mentions: ['numeric'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Numeric operator with a value that is no number',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  equivalents: { accessAnalyzer: ['TYPE_MISMATCH_NUMBER'], parliament: ['MISMATCHED_TYPE'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": "3600s" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": "3600" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const { test, value, text } of operandValues(statement, catalogue, 'Numeric')) {
      if (isNumberText(text)) continue;
      yield {
        range: value.range,
        message: `"${text}" is no number, which "${test.entry.operator.text}" needs.`,
        fixes: () => changeToNumber(value, text, test.key?.type === 'Date'),
      };
    }
  },
});

function changeToNumber({ range }: Value, text: string, isDate: boolean): readonly Fix[] {
  const date = isDate ? parseDateValue(text) : undefined;
  const number = date ? String(Math.floor(date.time / 1000)) : meantNumber(text);
  if (number === undefined) return [];
  const edits = [{ range, newText: JSON.stringify(number) }];
  return [{ title: `Change to "${number}"`, keepsAccess: false, isPreferred: true, edits }];
}
