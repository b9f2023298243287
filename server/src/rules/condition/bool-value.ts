import { isBooleanText } from '../../iam/boolean-value.ts';
import { operandValues } from '../../reasoning/operand-values.ts';
import { changeToBoolean } from '../change-to-boolean.ts';
import { defineRule } from '../rule.ts';

/**
 * `Bool` compares `true` and `false`, in any case of letters. Any other value equals neither, so the test never holds.
 */
export const boolValue = defineRule({
  id: 'bool-value',
  scope: 'statement',
  mentions: ['bool'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Bool has a value other than true and false',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  equivalents: { accessAnalyzer: ['TYPE_MISMATCH_BOOLEAN'], parliament: ['MISMATCHED_TYPE'] },
  examples: [
    {
      bad: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "no" } }',
      good: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const { test, value, text } of operandValues(statement, catalogue, 'Bool')) {
      if (isBooleanText(text)) continue;
      yield {
        range: value.range,
        message: `"${test.entry.operator.text}" compares true and false; "${text}" is neither.`,
        fixes: () => changeToBoolean(value),
      };
    }
  },
});
