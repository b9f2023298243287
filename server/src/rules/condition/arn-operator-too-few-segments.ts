import { filledArn, isShortArn } from '../../iam/arn-pattern.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import { conditionTests } from '../../reasoning/condition-tests.ts';
import { testsNoArn } from '../../reasoning/tests-no-arn.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule } from '../rule.ts';

/**
 * ARN operators compare six parts one by one, and no wildcard reaches beyond its colon. A pattern with fewer parts, such
 * as `arn:aws:sns:*`, therefore matches no ARN: an Allow with it grants nothing, and a Deny with `ArnNotLike` stops
 * everybody.
 */
export const arnOperatorTooFewSegments = defineRule({
  id: 'arn-operator-too-few-segments',
  scope: 'statement',
  mentions: ['arnequals', 'arnlike', 'arnnotequals', 'arnnotlike'],
  severity: 'error',
  category: 'correctness',
  summary: 'ARN pattern has too few parts to match',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:sns:*" } }',
      good: '"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:sns:*:*:*" } }',
    },
    {
      bad: '"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::*role/admin" } }',
      good: '"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/admin" } }',
    },
  ],

  *check({ statement, catalogue }) {
    if (statement.conditions.length === 0) return;
    for (const test of conditionTests(statement, catalogue)) {
      if (test.operator?.operator.operand !== 'Arn' || testsNoArn(test)) continue;
      for (const value of test.values) {
        if (value.kind !== 'string' || !isShortArn(value.text) || isDynamic(value.text)) continue;
        yield {
          range: value.range,
          message: `"${value.text}" has fewer than six parts, so "${test.entry.operator.text}" never matches it.`,
          fixes: () => changeToEach(value, [filledArn(value.text)]),
        };
      }
    }
  },
});
