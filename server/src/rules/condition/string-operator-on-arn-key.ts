import { filledArn, hasWildcardBeforeResource, isArnPattern, isShortArn } from '../../iam/arn-pattern.ts';
import { CONDITION_OPERATORS } from '../../iam/condition-operator.ts';
import { operatorName } from '../../iam/operator-name.ts';
import { valueText } from '../../policy/value-text.ts';
import type { ConditionTest } from '../../reasoning/condition-tests.ts';
import { type BetterOperator, misplacedTests } from '../misplaced-tests.ts';
import { defineRule } from '../rule.ts';

/**
 * For `StringLike` an ARN is text like any other: in `arn:aws:iam::*:role/admin` the wildcard also stands for colons and
 * what is between them, so the value may match ARNs of another kind than it seems to. `ArnLike` compares each of the six
 * parts by itself. AWS recommends ARN operators for keys that hold ARNs.
 *
 * Where every wildcard is in the resource both say the same, and so they do of `arn:aws:iam::*:root`, because names of
 * roles have no colons; then the finding is mere information. Without wildcards it is a matter of form: policies written
 * by AWS's own consoles compare ARNs with `StringEquals`.
 */
export const stringOperatorOnArnKey = defineRule({
  id: 'string-operator-on-arn-key',
  scope: 'statement',
  severity: 'warning',
  category: 'security',
  summary: 'ARN is compared as text',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: {
    accessAnalyzer: ['STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS'],
    parliament: ['MISMATCHED_TYPE_BUT_USABLE'],
  },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/admin" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/admin" } }',
    },
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/admin" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ArnEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/admin" } }',
    },
  ],

  *check({ statement, catalogue }) {
    yield* misplacedTests(statement, catalogue, (test) => {
      const { operator, key, entry, values } = test;
      if (operator?.operator.operand !== 'String' || !key?.type.endsWith('ARN')) return undefined;
      const texts = values.map(valueText);
      const { hasWildcards } = operator.operator;
      const crossing =
        hasWildcards &&
        texts.find((text) => text.includes(':') && hasWildcardBeforeResource(text) && !isRootUser(text));
      if (crossing) {
        return {
          message: `A wildcard of "${entry.operator.text}" also matches colons, beyond its part of the ARN.`,
          operators: arnOperator(test, texts),
        };
      }
      // With a wildcard that is no wildcard here another rule finds more.
      if (!texts.some(isArnPattern) || (!hasWildcards && texts.some((text) => /[*?]/.test(text))))
        return undefined;
      return {
        severity: texts.some((text) => /[*?]/.test(text)) ? 'information' : 'hint',
        message: `"${entry.key.text}" holds an ARN, for which AWS recommends ARN operators.`,
        operators: arnOperator(test, texts),
      };
    });
  },
});

/** What AWS's guide writes for the root users of an organization. */
const isRootUser = (text: string): boolean => /^arn:[^:]+:iam::[^:]*:root$/.test(text);

function arnOperator(
  { operator: parsed }: ConditionTest,
  texts: readonly string[],
): readonly BetterOperator[] {
  const values = texts.map((text) => (isShortArn(text) ? filledArn(text) : text));
  if (!parsed || !values.every((text) => isArnPattern(text) || text.startsWith('${'))) return [];
  const name = `Arn${parsed.operator.isNegated ? 'Not' : ''}${parsed.operator.hasWildcards ? 'Like' : 'Equals'}`;
  const operator = CONDITION_OPERATORS.find((candidate) => candidate.name === name);
  if (!operator) return [];
  return [
    {
      name: operatorName({ ...parsed, operator }),
      values: values.join() === texts.join() ? undefined : values,
      keepsAccess: texts.every((text) => isSameForBoth(text, parsed.operator.name)),
      isPreferred: true,
    },
  ];
}

/** A variable may bring anything along, and without regard to case is another question. */
function isSameForBoth(text: string, operator: string): boolean {
  return (
    isArnPattern(text) &&
    text.startsWith('arn:') &&
    !text.includes('${') &&
    !operator.endsWith('IgnoreCase') &&
    !hasWildcardBeforeResource(text)
  );
}
