import { isAlwaysPresent } from '../../iam/key-presence.ts';
import type { Statement } from '../../policy/statement.ts';
import { holdsWithoutKey } from '../../reasoning/absent-key.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { starValue } from '../../reasoning/star-value.ts';
import { deleteTest, useOperator } from '../condition-fixes.ts';
import { deleteStatement } from '../delete-statement.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * `StringNotLike` with `*` holds for no value. What is left are the requests that lack the key, which `Null` with `true`
 * says plainly. If every request carries the key, or `ForAnyValue` asks for a value, the statement never applies: an
 * Allow grants nothing, a Deny protects nothing.
 */
export const conditionNeverTrueWildcard = defineRule({
  id: 'condition-never-true-wildcard',
  scope: 'statement',
  mentions: ['stringnotlike'],
  severity: 'warning',
  category: 'correctness',
  summary: 'No value differs from a wildcard alone',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: {
    accessAnalyzer: ['REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION', 'EQUIVALENT_TO_NULL_TRUE'],
  },
  examples: [
    {
      bad: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotLike": { "aws:SourceVpce": "*" } }',
      good: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "Null": { "aws:SourceVpce": "true" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const test of conditionTests(statement, catalogue)) {
      const { entry, operator } = test;
      if (operator?.operator.name !== 'StringNotLike') continue;
      const star = starValue(test);
      if (!star) continue;
      const isNever = holdsWithoutKey(test) === false || isAlwaysPresent(entry.key.text);
      yield {
        range: star.range,
        message: isNever
          ? 'No value differs from "*", so this statement never applies.'
          : `No value differs from "*", so this only tests that "${entry.key.text}" is absent.`,
        ...(isNever ? { neverApplies: true as const } : { severity: 'hint' as const }),
        fixes: ({ removal }) => [
          ...(isNever ? deleteStatement(removal) : testAbsence(statement, test)),
          ...deleteTest(statement, entry, { keepsAccess: false }),
        ],
      };
    }
  },
});

/** Whether a list without values counts as absent is not documented. */
function testAbsence(statement: Statement, { entry, operator }: ConditionTest): readonly Fix[] {
  return useOperator(statement, [{ entry, values: '"true"' }], 'Null', {
    title: `Test with "Null" that "${entry.key.text}" is absent`,
    keepsAccess: operator?.setOperator === undefined,
    isPreferred: true,
  });
}
