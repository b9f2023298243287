import { isArnPattern, isShortArn } from '../../iam/arn-pattern.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import { valueText } from '../../policy/value-text.ts';
import { conditionTests } from '../../reasoning/condition-tests.ts';
import { testsNoArn } from '../../reasoning/tests-no-arn.ts';
import { unlessStandIn } from '../not-filled-in.ts';
import { defineRule } from '../rule.ts';

/**
 * ARN operators compare the six parts of an ARN. A value that is no ARN matches nothing: an Allow with it grants nothing,
 * and a Deny with a negated operator stops everybody.
 *
 * A `*` alone, and values that begin with a policy variable, are left alone.
 */
export const arnOperatorValueNotArn = defineRule({
  id: 'arn-operator-value-not-arn',
  scope: 'statement',
  mentions: ['arnequals', 'arnlike', 'arnnotequals', 'arnnotlike'],
  severity: 'error',
  category: 'correctness',
  summary: 'ARN operator with a value that is no ARN',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  equivalents: { accessAnalyzer: ['TYPE_MISMATCH'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "ArnEquals": { "aws:SourceArn": "amzn-s3-demo-bucket" } }',
      good: '"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:s3:::amzn-s3-demo-bucket" } }',
    },
  ],
  noFix: 'Which ARN is meant only its author knows.',

  *check({ statement, catalogue }) {
    if (statement.conditions.length === 0) return;
    for (const test of conditionTests(statement, catalogue)) {
      if (test.operator?.operator.operand !== 'Arn' || testsNoArn(test)) continue;
      for (const value of test.values) {
        const text = valueText(value);
        if (isArnPattern(text) || isShortArn(text) || isLeftAlone(text)) continue;
        yield {
          range: value.range,
          ...unlessStandIn(
            text,
            'arn',
            `"${text}" is no ARN, so "${test.entry.operator.text}" matches it with nothing.`,
          ),
        };
      }
    }
  },
});

const isLeftAlone = (text: string): boolean => /^(?:\*+$|\$\{)/.test(text) || isDynamic(text);
