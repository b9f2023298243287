import type { Statement } from '../../policy/statement.ts';
import { valueText } from '../../policy/value-text.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { coveredValues } from '../../reasoning/covered-values.ts';
import { starValue } from '../../reasoning/star-value.ts';
import { removeRedundant } from '../remove-redundant.ts';
import { defineRule, type Finding } from '../rule.ts';

/**
 * The values of a condition key are alternatives. One that another value covers decides nothing: the same text twice, a
 * name beside a pattern that matches it, an address beside its range. That goes for negated operators, too.
 *
 * Several bounds, as of `NumericLessThan`, are `redundant-numeric-values`; a pattern that matches everything has rules
 * of its own.
 */
export const redundantConditionValue = defineRule({
  id: 'redundant-condition-value',
  scope: 'statement',
  severity: 'information',
  category: 'style',
  summary: 'Another value of the condition covers this one',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html',
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "203.0.113.7"] } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24"] } }',
    },
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLike": { "aws:PrincipalTag/team": ["blue", "blue-*", "blue-one"] } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLike": { "aws:PrincipalTag/team": ["blue", "blue-*"] } }',
    },
  ],

  *check({ statement, catalogue }) {
    if (statement.conditions.length === 0) return;
    for (const test of conditionTests(statement, catalogue)) {
      if (test.values.length > 1 && !starValue(test)) yield* inTest(test, statement);
    }
  },
});

function* inTest(test: ConditionTest, statement: Statement): Generator<Finding> {
  const { values, entry } = test;
  const pairs = [...coveredValues(test)].flatMap(([index, covering]) => {
    const [own, other] = [values[index], values[covering]];
    return own && other && !isEveryAddress(valueText(other)) ? [{ own, other }] : [];
  });
  for (const { own, other } of pairs) {
    yield {
      range: own.range,
      message: messageFor(valueText(own), valueText(other), test),
      isUnnecessary: true,
      fixes: () =>
        removeRedundant(
          statement,
          entry.values,
          own,
          pairs.map((pair) => pair.own),
        ),
    };
  }
}

/** All others are superfluous then, but that is not the point. */
const isEveryAddress = (text: string): boolean => text.endsWith('/0');

function messageFor(own: string, other: string, { operator }: ConditionTest): string {
  if (own === other) return `"${own}" is listed already.`;
  if (operator?.operator.operand === 'IpAddress') return `"${own}" lies in "${other}", which is listed, too.`;
  if (operator?.operator.hasWildcards) return `"${other}" matches "${own}" already.`;
  return `"${own}" is listed already, as "${other}".`;
}
