import { misplacedTests } from '../misplaced-tests.ts';
import { defineRule } from '../rule.ts';

/**
 * `Null` tests whether a key is there, and `IfExists` lets a test pass where it is not. Together they make no sense, and
 * AWS rejects `NullIfExists`.
 */
export const nullWithIfexists = defineRule({
  id: 'null-with-ifexists',
  scope: 'statement',
  mentions: ['nullifexists'],
  severity: 'error',
  category: 'correctness',
  summary: 'Null with IfExists is no operator',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  equivalents: { accessAnalyzer: ['NULL_WITH_IF_EXISTS'], cfnLint: ['E3510'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NullIfExists": { "aws:PrincipalTag/team": "false" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Null": { "aws:PrincipalTag/team": "false" } }',
    },
  ],

  *check({ statement, catalogue }) {
    yield* misplacedTests(statement, catalogue, ({ entry: { operator } }) => {
      if (!/^(?:For(?:AllValues|AnyValue):)?NullIfExists$/i.test(operator.text)) return undefined;
      return {
        message: `"${operator.text}" is no operator: "Null" itself asks whether a key exists.`,
        operators: [{ name: 'Null', keepsAccess: false, isPreferred: true }],
      };
    });
  },
});
