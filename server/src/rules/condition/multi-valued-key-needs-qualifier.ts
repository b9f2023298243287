import type { ParsedOperator, SetOperator } from '../../iam/condition-operator.ts';
import { isMultivalued } from '../../iam/operand-fit.ts';
import { operatorName } from '../../iam/operator-name.ts';
import type { Effect } from '../../policy/statement.ts';
import { type BetterOperator, misplacedTests } from '../misplaced-tests.ts';
import { defineRule } from '../rule.ts';

/**
 * A request can carry several values of some condition keys, such as `aws:TagKeys` or `aws:PrincipalOrgPaths`. A test of
 * such a key must say whether one of them has to match, `ForAnyValue`, or all of them, `ForAllValues`. Without that AWS
 * rejects the test or never lets it hold. How many values the policy lists does not matter.
 *
 * `Null` needs none. Keys of Amazon EventBridge and the creator of a pipeline are left alone: AWS's own policies test
 * them without.
 */
export const multiValuedKeyNeedsQualifier = defineRule({
  id: 'multi-valued-key-needs-qualifier',
  scope: 'statement',
  severity: 'error',
  category: 'correctness',
  summary: 'Key with several values is tested as if it had one',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
  equivalents: { accessAnalyzer: ['MISSING_QUALIFIER'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "StringEquals": { "aws:TagKeys": ["team", "stage"] } }',
      good: '"Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": ["team", "stage"] } }',
    },
    {
      bad: '"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/*" } }',
      good: '"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/*" } }',
    },
  ],

  *check({ statement, catalogue }) {
    yield* misplacedTests(statement, catalogue, ({ entry, operator, key }) => {
      if (!operator || operator.setOperator || operator.operator.name === 'Null') return undefined;
      if (!key || !isMultivalued(key.type) || isTestedPlainly(key.name)) return undefined;
      return {
        message: `"${entry.key.text}" can have several values. "${entry.operator.text}" needs ForAnyValue or ForAllValues.`,
        operators: qualified(operator, key.name, statement.effect),
      };
    });
  },
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_datapipeline_not-owned.html */
const isTestedPlainly = (key: string): boolean =>
  key.startsWith('events:') || key === 'datapipeline:PipelineCreator';

/** The likelier one first. */
function qualified(
  operator: ParsedOperator,
  key: string,
  effect: Effect | undefined,
): readonly BetterOperator[] {
  const first = meant(operator, key, effect);
  const second: SetOperator = first === 'ForAllValues' ? 'ForAnyValue' : 'ForAllValues';
  return [first, second].map((setOperator, index) => ({
    // ForAllValues holds without the key anyway.
    name: operatorName({
      ...operator,
      setOperator,
      ifExists: operator.ifExists && setOperator === 'ForAnyValue',
    }),
    keepsAccess: false,
    isPreferred: index === 0,
  }));
}

/**
 * Of the names of one thing a single one must match. Of the parts of a request all must, so an Allow admits only those
 * that are listed, and a Deny already hits one that is not.
 */
function meant({ operator }: ParsedOperator, key: string, effect: Effect | undefined): SetOperator {
  if (NAMES_ONE_THING.test(key)) return operator.isNegated ? 'ForAllValues' : 'ForAnyValue';
  return effect === 'Deny' ? 'ForAnyValue' : 'ForAllValues';
}

const NAMES_ONE_THING = /^saml:|:amr$|OrgPaths$|CalledVia$|ServiceNamesList$|ResourceAliases$/i;
