import { isArnPattern } from '../../iam/arn-pattern.ts';
import { CONDITION_OPERATORS } from '../../iam/condition-operator.ts';
import { operatorName } from '../../iam/operator-name.ts';
import { sensitiveKeySubject } from '../../iam/sensitive-condition-key.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import { valueText } from '../../policy/value-text.ts';
import type { ConditionTest } from '../../reasoning/condition-tests.ts';
import { type BetterOperator, misplacedTests } from '../misplaced-tests.ts';
import { defineRule } from '../rule.ts';

/**
 * `StringEquals` and its kin compare `*` and `?` as ordinary characters; only `StringLike` reads them as wildcards. An
 * Allow with such a value grants nothing, and a Deny with `StringNotEquals` stops everybody.
 *
 * Where the character itself is meant, `${*}` or `${?}` says so. Names of domains, which may begin with `*.`, and URLs
 * with a query are left alone.
 */
export const wildcardWithoutLike = defineRule({
  id: 'wildcard-without-like',
  scope: 'statement',
  mentions: ['*', '?'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Wildcard in a value that is compared literally',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['WILDCARD_WITHOUT_LIKE_OPERATOR'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": { "StringEquals": { "s3:prefix": "home/*" } }',
      good: '"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": { "StringLike": { "s3:prefix": "home/*" } }',
    },
    {
      bad: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/ci-*" } }',
      good: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/ci-*" } }',
    },
  ],

  *check({ statement, catalogue }) {
    yield* misplacedTests(statement, catalogue, (test) => {
      const { operator, entry, values, key } = test;
      if (operator?.operator.operand !== 'String' || operator.operator.hasWildcards) return undefined;
      if (key && !/(?:String|ARN)$/.test(key.type)) return undefined;
      const at = values.find((value) => hasWildcard(valueText(value), entry.key.text));
      if (!at) return undefined;
      const sign = unescaped(valueText(at)).includes('*') ? '*' : '?';
      return {
        at,
        message: `"${entry.operator.text}" compares "${sign}" as an ordinary character, not as a wildcard.`,
        operators: likeOperator(test),
      };
    });
  },
});

/** The text without policy variables; `${*}` is a star on purpose. */
const unescaped = (text: string): string => text.replaceAll(/\$\{(?:[^}$]|\$(?!\{))*\}/g, '');

function hasWildcard(text: string, key: string): boolean {
  return /[*?]/.test(unescaped(text)) && !isDynamic(text) && !isDomain(text, key) && !isAddress(text);
}

const isDomain = (text: string, key: string): boolean =>
  /domain|recordname/i.test(key) && /^\*\.[^*?]+$/.test(text);

/** Behind its question mark stands a query. */
const isAddress = (text: string): boolean => /^https?:\/\/[^*?]+\?[^*?]*$/.test(text);

/**
 * Without regard to case there is no pattern, and where a pattern lets strangers in a wildcard is no good idea either:
 * there it is only one choice.
 */
function likeOperator({ operator: parsed, entry, key, values }: ConditionTest): readonly BetterOperator[] {
  if (!parsed) return [];
  const isOfArns = key?.type.endsWith('ARN') && values.every((value) => isArnPattern(valueText(value)));
  const name = `${isOfArns ? 'Arn' : 'String'}${parsed.operator.isNegated ? 'Not' : ''}Like`;
  const operator = CONDITION_OPERATORS.find((candidate) => candidate.name === name);
  if (!operator) return [];
  const isPreferred = !parsed.operator.name.endsWith('IgnoreCase') && !sensitiveKeySubject(entry.key.text);
  return [{ name: operatorName({ ...parsed, operator }), keepsAccess: false, isPreferred }];
}
