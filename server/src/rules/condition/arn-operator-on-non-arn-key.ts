import { fittingOperator } from '../../iam/fitting-operator.ts';
import { valueText } from '../../policy/value-text.ts';
import { testsNoArn } from '../../reasoning/tests-no-arn.ts';
import { misplacedTests } from '../misplaced-tests.ts';
import { defineRule } from '../rule.ts';

/**
 * ARN operators compare ARNs, part by part, and match nothing else. A key such as `aws:PrincipalOrgID` or `aws:SourceVpc`
 * never holds an ARN, so a positive test never holds, and a negated one always does.
 *
 * Tags, encryption contexts and other keys whose text may be an ARN are reported only where the values are none.
 */
export const arnOperatorOnNonArnKey = defineRule({
  id: 'arn-operator-on-non-arn-key',
  scope: 'statement',
  mentions: ['arnequals', 'arnlike', 'arnnotequals', 'arnnotlike'],
  severity: 'warning',
  category: 'correctness',
  summary: 'ARN operator on a key that holds no ARN',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  equivalents: { accessAnalyzer: ['TYPE_MISMATCH'], parliament: ['MISMATCHED_TYPE'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ArnEquals": { "aws:SourceVpc": "vpc-0a1b2c3d4e5f60718" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpc": "vpc-0a1b2c3d4e5f60718" } }',
    },
  ],

  *check({ statement, catalogue }) {
    yield* misplacedTests(statement, catalogue, (test) => {
      const { operator, key, entry, values } = test;
      if (!operator || !key || !testsNoArn(test)) return undefined;
      const texts = values.map(valueText);
      const fitting = fittingOperator(operator, key.type, texts);
      return {
        message: `"${entry.key.text}" holds no ARN, so "${entry.operator.text}" never finds one to match.`,
        operators:
          fitting && !texts.some(isArn) ? [{ ...fitting, keepsAccess: false, isPreferred: true }] : [],
      };
    });
  },
});

/** With an ARN to compare it is the key that is wrong. */
const isArn = (text: string): boolean => text.startsWith('arn:');
