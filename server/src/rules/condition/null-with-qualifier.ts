import { misplacedTests } from '../misplaced-tests.ts';
import { defineRule } from '../rule.ts';

/**
 * `Null` asks whether the key is in the request, not what its values are. With `ForAllValues:` before it the test always
 * passes, with `ForAnyValue:` it never does, whatever value it has.
 */
export const nullWithQualifier = defineRule({
  id: 'null-with-qualifier',
  scope: 'statement',
  mentions: ['null'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Null with a set operator tests nothing',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['NULL_WITH_QUALIFIER'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:PutObject", "Resource": "*", "Condition": { "ForAllValues:Null": { "aws:TagKeys": "false" } }',
      good: '"Effect": "Allow", "Action": "s3:PutObject", "Resource": "*", "Condition": { "Null": { "aws:TagKeys": "false" } }',
    },
  ],

  *check({ statement, catalogue }) {
    yield* misplacedTests(statement, catalogue, ({ operator, entry }) => {
      if (operator?.operator.name !== 'Null' || !operator.setOperator) return undefined;
      const outcome = operator.setOperator === 'ForAllValues' ? 'true' : 'false';
      return {
        message: `"${entry.operator.text}" is always ${outcome}, whether the key is there or not.`,
        operators: [{ name: 'Null', keepsAccess: false, isPreferred: true }],
      };
    });
  },
});
