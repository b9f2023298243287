import { isAssignedId, type LooseValue, looseValue } from '../../iam/loose-value.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { Effect } from '../../policy/statement.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { defineRule } from '../rule.ts';

/**
 * A value that tells callers, organizations or sources apart must begin with enough literal text: behind a short
 * beginning such as `o-` or `*:role/` a wildcard, or a variable that others can set, matches what strangers own. Access
 * Analyzer asks for six characters.
 *
 * An ARN may begin with `arn:*`, for all partitions. Patterns that only make a Deny broader stay unreported; so does `*`
 * alone, see `condition-always-true-wildcard`.
 */
export const wildcardShortPrefix = defineRule({
  id: 'wildcard-short-prefix',
  scope: 'statement',
  mentions: ['*', '?'],
  severity: 'warning',
  category: 'security',
  summary: 'Fewer than six characters stand before a wildcard',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['WILDCARD_USAGE_TOO_PERMISSIVE', 'VARIABLE_USAGE_TOO_PERMISSIVE'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-*/r-ab12/*" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/*" } }',
    },
  ],
  noFix: 'Only the author knows the beginning of the value that is meant.',

  *check({ statement, catalogue }) {
    for (const test of conditionTests(statement, catalogue)) {
      const { entry, operator, values } = test;
      if (!operator || !isIdentity(entry.key.text) || !loosens(test, statement.effect)) continue;
      for (const value of values) {
        if (value.kind !== 'string' || /^\*+$/.test(value.text) || isDynamic(value.text)) continue;
        const loose = looseValue(value.text, operator.operator);
        if (!loose || !isTooShort(loose)) continue;
        const what = loose.variable === undefined ? 'wildcard' : 'variable';
        yield {
          range: value.range,
          message: `Fewer than six characters stand before the ${what} of "${value.text}". Values of strangers may match.`,
        };
      }
    }
  },
});

const isIdentity = (key: string): boolean =>
  /^(?:aws:(?:principalarn|sourcearn|sourceidentity|(?:principal|resource|source|vpce)orgpaths)|sts:externalid)$/i.test(
    key,
  );

/** What else matches lets more requests through; Arn operators compare part by part. */
function loosens({ operator }: ConditionTest, effect: Effect | undefined): boolean {
  if (operator?.operator.operand !== 'String' || !effect) return false;
  return (effect === 'Deny') === operator.operator.isNegated;
}

function isTooShort({ start, variable }: LooseValue): boolean {
  if (variable !== undefined && isAssignedId(variable)) return false;
  return start.length < 6 && !start.startsWith('arn:');
}
