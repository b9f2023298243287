import { isTestableAs } from '../../catalogue/testable-as.ts';
import type { ConditionKeyType } from '../../iam/condition-key-type.ts';
import type { OperandType } from '../../iam/condition-operator.ts';
import { fittingOperator } from '../../iam/fitting-operator.ts';
import { valueText } from '../../policy/value-text.ts';
import type { ConditionTest } from '../../reasoning/condition-tests.ts';
import { type BetterOperator, misplacedTests } from '../misplaced-tests.ts';
import { defineRule } from '../rule.ts';

/**
 * Each condition key holds values of one type, and each operator compares values of one type. AWS does not say what
 * becomes of a test whose types differ; most never hold, so that an Allow grants nothing and a Deny stops nobody.
 *
 * Text operators on ARNs and ARN operators on text have rules of their own.
 */
export const operatorKeyTypeMismatch = defineRule({
  id: 'operator-key-type-mismatch',
  scope: 'statement',
  severity: 'warning',
  category: 'correctness',
  summary: 'Condition operator does not fit the type of the key',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['TYPE_MISMATCH'], parliament: ['MISMATCHED_TYPE'] },
  examples: [
    {
      bad: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "aws:SecureTransport": "false" } }',
      good: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } }',
    },
    {
      bad: '"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:SourceIp": "203.0.113.0/24" } }',
      good: '"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" } }',
    },
  ],

  *check({ statement, catalogue }) {
    yield* misplacedTests(statement, catalogue, (test) => {
      const { operator, key, entry } = test;
      if (!operator || !key || isTestableAs(key, operator.operator.operand)) return undefined;
      if (operator.operator.operand === 'Arn' && /String$/.test(key.type)) return undefined;
      const holds = TYPES[key.type.replace('ArrayOf', '')] ?? 'another type';
      return {
        message: `"${entry.key.text}" holds ${holds}, but "${entry.operator.text}" compares ${OPERANDS[operator.operator.operand]}.`,
        operators: better(test, key.type),
      };
    });
  },
});

const TYPES: Readonly<Record<string, string>> = {
  String: 'text',
  ARN: 'an ARN',
  Bool: 'true or false',
  Numeric: 'a number',
  Date: 'a date',
  IPAddress: 'an IP address',
  Binary: 'bytes',
};

const OPERANDS: Readonly<Record<OperandType, string>> = {
  String: 'text',
  Arn: 'ARNs',
  Bool: 'true or false',
  Numeric: 'numbers',
  Date: 'dates',
  IpAddress: 'IP addresses',
  Binary: 'bytes',
  Null: 'nothing',
};

/** None where the values are not of the key's type either: then perhaps the key is the mistake. */
function better(
  { operator, values, isKnown }: ConditionTest,
  type: ConditionKeyType,
): readonly BetterOperator[] {
  const fitting = operator && fittingOperator(operator, type, isKnown ? values.map(valueText) : []);
  return fitting ? [{ ...fitting, keepsAccess: false, isPreferred: true }] : [];
}
