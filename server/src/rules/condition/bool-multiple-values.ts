import { valueText } from '../../policy/value-text.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * A `Bool` test of a key that holds one value takes one value. AWS rejects several, and `["true", "false"]` would ask for
 * nothing. The same goes for `Null`.
 */
export const boolMultipleValues = defineRule({
  id: 'bool-multiple-values',
  scope: 'statement',
  mentions: ['bool', 'null'],
  severity: 'error',
  category: 'correctness',
  summary: 'Boolean test with several values',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['INVALID_CONDITION_MULTIPLE_BOOLEAN'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": ["true", "false"] } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" } }',
    },
  ],

  *check({ statement, catalogue }) {
    if (statement.conditions.length === 0) return;
    for (const test of conditionTests(statement, catalogue)) {
      const { operator, entry, values } = test;
      if (values.length < 2 || !operator || operator.setOperator) continue;
      if (operator.operator.operand !== 'Bool' && operator.operator.operand !== 'Null') continue;
      yield {
        range: entry.key.range,
        message: `"${entry.operator.text}" takes one value, but "${entry.key.text}" has ${values.length}.`,
        fixes: () => keepOne(test),
      };
    }
  },
});

/** Preferred where all values are the same. */
function keepOne({ entry, values }: ConditionTest): readonly Fix[] {
  const texts = [...new Set(values.map((value) => valueText(value).toLowerCase()))];
  const range = entry.values?.range;
  if (!range) return [];
  return texts.map((text) => ({
    title: `Keep "${text}"`,
    keepsAccess: false,
    ...(texts.length === 1 && { isPreferred: true as const }),
    edits: [{ range, newText: JSON.stringify(text) }],
  }));
}
