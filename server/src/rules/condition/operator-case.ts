import { parseConditionOperator } from '../../iam/condition-operator.ts';
import { operatorName } from '../../iam/operator-name.ts';
import { misplacedTests } from '../misplaced-tests.ts';
import { defineRule } from '../rule.ts';

/**
 * AWS documents condition operators in one spelling only, `StringEquals`. Whoever searches policies for it does not find
 * `stringEquals`, and not every tool that reads policies takes them for the same.
 */
export const operatorCase = defineRule({
  id: 'operator-case',
  scope: 'statement',
  severity: 'hint',
  category: 'style',
  summary: 'Condition operator in unusual capitals',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "stringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
    },
  ],

  *check({ statement, catalogue }) {
    yield* misplacedTests(statement, catalogue, ({ entry }) => {
      const { text } = entry.operator;
      const parsed = parseConditionOperator(text);
      const name = parsed ? operatorName(parsed) : text;
      if (name === text) return undefined;
      return {
        message: `AWS writes "${text}" as "${name}".`,
        operators: [{ name, keepsAccess: true, isPreferred: true }],
      };
    });
  },
});
