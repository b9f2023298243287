import { isBooleanText } from '../../iam/boolean-value.ts';
import { operandValues } from '../../reasoning/operand-values.ts';
import { changeToBoolean } from '../change-to-boolean.ts';
import { defineRule } from '../rule.ts';

/**
 * `Null` knows two values: `"true"` asks that the key is absent from the request, `"false"` that it is present. It does
 * not compare the key with anything, so neither a value nor an empty string can stand there.
 */
export const nullValue = defineRule({
  id: 'null-value',
  scope: 'statement',
  mentions: ['null'],
  severity: 'error',
  category: 'correctness',
  summary: 'Null has a value other than true and false',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  equivalents: {
    accessAnalyzer: ['TYPE_MISMATCH_BOOLEAN'],
    parliament: ['MISMATCHED_TYPE_OPERATION_TO_NULL'],
    cfnLint: ['E3510'],
  },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Null": { "aws:PrincipalTag/team": "no" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Null": { "aws:PrincipalTag/team": "false" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const { value, text } of operandValues(statement, catalogue, 'Null')) {
      if (isBooleanText(text)) continue;
      yield {
        range: value.range,
        message: `"Null" asks whether the key is absent, true or false; "${text}" is neither.`,
        fixes: () => changeToBoolean(value),
      };
    }
  },
});
