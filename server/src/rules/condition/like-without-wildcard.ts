import { CONDITION_OPERATORS } from '../../iam/condition-operator.ts';
import { operatorName } from '../../iam/operator-name.ts';
import { valueText } from '../../policy/value-text.ts';
import { misplacedTests } from '../misplaced-tests.ts';
import { defineRule } from '../rule.ts';

/**
 * `StringLike` with values that have no wildcard asks the same as `StringEquals`, which tells the reader that exactly
 * these values are meant. Values with a policy variable are left alone.
 */
export const likeWithoutWildcard = defineRule({
  id: 'like-without-wildcard',
  scope: 'statement',
  severity: 'hint',
  category: 'style',
  summary: 'StringLike without a wildcard',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  isOptIn: true,
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": { "StringLike": { "s3:prefix": "home/" } }',
      good: '"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": { "StringEquals": { "s3:prefix": "home/" } }',
    },
  ],

  *check({ statement, catalogue }) {
    yield* misplacedTests(statement, catalogue, ({ operator: parsed, entry, values, isKnown }) => {
      const equals = EQUALS.get(parsed?.operator.name ?? '');
      if (!parsed || !equals || !isKnown) return undefined;
      if (values.some((value) => /[*?]|\$\{/.test(valueText(value)))) return undefined;
      return {
        message: `"${entry.operator.text}" has no wildcard to match, so "${equals.name}" says the same.`,
        operators: [
          { name: operatorName({ ...parsed, operator: equals }), keepsAccess: true, isPreferred: true },
        ],
      };
    });
  },
});

const EQUALS = new Map(
  CONDITION_OPERATORS.filter(({ name }) => /^String(?:Not)?Equals$/.test(name)).map((operator) => [
    operator.name.replace('Equals', 'Like'),
    operator,
  ]),
);
