import { CONDITION_OPERATORS } from '../../iam/condition-operator.ts';
import { operatorName } from '../../iam/operator-name.ts';
import { valueText } from '../../policy/value-text.ts';
import { misplacedTests } from '../misplaced-tests.ts';
import { defineRule } from '../rule.ts';

/**
 * `ArnEquals` and `ArnLike` are the same operator: both read `*` and `?` as wildcards. With a pattern the name `ArnLike`
 * says so, while `ArnEquals` suggests that the ARN must be this one.
 */
export const arnequalsEqualsArnlike = defineRule({
  id: 'arnequals-equals-arnlike',
  scope: 'statement',
  mentions: ['arnequals', 'arnnotequals'],
  severity: 'hint',
  category: 'style',
  summary: 'ArnEquals with a pattern works as ArnLike',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  isOptIn: true,
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:sns:*:111122223333:*" } }',
      good: '"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:sns:*:111122223333:*" } }',
    },
  ],

  *check({ statement, catalogue }) {
    yield* misplacedTests(statement, catalogue, ({ operator: parsed, entry, values }) => {
      const like = LIKE.get(parsed?.operator.name ?? '');
      if (!parsed || !like || !values.some((value) => /[*?]/.test(valueText(value)))) return undefined;
      return {
        message: `"${entry.operator.text}" reads the wildcards of its values just as "${like.name}" does.`,
        operators: [
          { name: operatorName({ ...parsed, operator: like }), keepsAccess: true, isPreferred: true },
        ],
      };
    });
  },
});

const LIKE = new Map(
  CONDITION_OPERATORS.filter(({ name }) => /^Arn(?:Not)?Like$/.test(name)).map((operator) => [
    operator.name.replace('Like', 'Equals'),
    operator,
  ]),
);
