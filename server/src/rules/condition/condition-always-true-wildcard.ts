import { isAlwaysPresent } from '../../iam/key-presence.ts';
import { sensitiveKeySubject } from '../../iam/sensitive-condition-key.ts';
import type { Statement } from '../../policy/statement.ts';
import { holdsWithoutKey } from '../../reasoning/absent-key.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { starValue } from '../../reasoning/star-value.ts';
import { deleteTest, useOperator } from '../condition-fixes.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * `StringLike` with `*` holds for every value. If it also holds without the key, because of `IfExists` or
 * `ForAllValues`, or if every request carries the key, then the test does nothing and can be deleted. Otherwise it only
 * tests that the key is present, which `Null` with `false` says plainly: any organization passes, any VPC.
 */
export const conditionAlwaysTrueWildcard = defineRule({
  id: 'condition-always-true-wildcard',
  scope: 'statement',
  mentions: ['stringlike'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Wildcard alone matches every value',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: {
    accessAnalyzer: ['REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION', 'EQUIVALENT_TO_NULL_FALSE'],
  },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLikeIfExists": { "aws:SourceVpce": "*" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
    },
    {
      bad: '"Effect": "Allow", "Action": "ec2:CreateVolume", "Resource": "*", "Condition": { "StringLike": { "aws:RequestTag/team": "*" } }',
      good: '"Effect": "Allow", "Action": "ec2:CreateVolume", "Resource": "*", "Condition": { "Null": { "aws:RequestTag/team": "false" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const test of conditionTests(statement, catalogue)) {
      const { entry, operator } = test;
      if (operator?.operator.name !== 'StringLike') continue;
      const star = starValue(test);
      if (!star) continue;
      const isConstant = holdsWithoutKey(test) === true || isAlwaysPresent(entry.key.text);
      yield {
        range: star.range,
        message: isConstant
          ? `"*" matches every value, so this test of "${entry.key.text}" always holds.`
          : `"*" matches every value, so this only tests that "${entry.key.text}" is present.`,
        ...(isConstant || opens(statement, test) ? {} : { severity: 'hint' as const }),
        fixes: () => (isConstant ? deletion(statement, test, true) : testPresence(statement, test)),
      };
    }
  },
});

/** The Allow is for any account, organization or network then. */
function opens({ effect }: Statement, { entry }: ConditionTest): boolean {
  return effect === 'Allow' && sensitiveKeySubject(entry.key.text) !== undefined;
}

/** Whether a list without values counts as present is not documented. */
function testPresence(statement: Statement, test: ConditionTest): readonly Fix[] {
  const { entry, operator } = test;
  const repairs = useOperator(statement, [{ entry, values: '"false"' }], 'Null', {
    title: `Test with "Null" that "${entry.key.text}" is present`,
    keepsAccess: operator?.setOperator === undefined,
    isPreferred: true,
  });
  return [...repairs, ...deletion(statement, test, false)];
}

function deletion(statement: Statement, { entry }: ConditionTest, keepsAccess: boolean): readonly Fix[] {
  return deleteTest(statement, entry, { keepsAccess, ...(keepsAccess && { isPreferred: true }) });
}
