import { type PolicyType, takesPrincipal } from '../../iam/policy-type.ts';
import type { Statement } from '../../policy/statement.ts';
import { holdsWithoutKey } from '../../reasoning/absent-key.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { defineRule } from '../rule.ts';
import { splitTests } from '../split-tests.ts';

/**
 * Several keys of a condition must all match; only the values of one key are alternatives. Two keys that tell callers
 * apart, or two that tell networks apart, often stand side by side because either of them shall do. Where both are
 * meant, all is well: turn this rule on to be reminded.
 *
 * Pairs that no request can have are `contradictory-conditions`.
 */
export const conditionOrMeant = defineRule({
  id: 'condition-or-meant',
  scope: 'statement',
  effect: 'Allow',
  severity: 'hint',
  category: 'correctness',
  summary: 'Two keys must match where either may be meant',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html',
  isOptIn: true,
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpc": "vpc-0a1b2c3d", "aws:SourceVpce": "vpce-1a2b3c4d" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpc": "vpc-0a1b2c3d" } } }, { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpce": "vpce-1a2b3c4d" } }',
    },
  ],

  *check({ statement, policyType, catalogue }) {
    if (statement.isBroken || statement.conditions.length < 2) return;
    const tests = conditionTests(statement, catalogue).filter(isPositive);
    for (const alternatives of ALTERNATIVES) {
      const [first, second] = tests.filter(({ entry }) => alternatives.test(entry.key.text));
      if (!first || !second) continue;
      const keys = [first.entry.key.text, second.entry.key.text] as const;
      if (keys[0].toLowerCase() === keys[1].toLowerCase()) continue;
      yield {
        range: second.entry.key.range,
        message: `Both "${keys[0]}" and "${keys[1]}" must match. Two statements would accept either.`,
        fixes: (place) =>
          isWhole(statement, policyType) ? splitTests(statement, place, [first.entry, second.entry]) : [],
      };
    }
  },
});

/** What is wrong would be wrong twice. */
function isWhole(statement: Statement, policyType: PolicyType): boolean {
  const principal = statement.element('Principal')?.value;
  const isNamed = principal?.kind === 'string' || principal?.kind === 'object';
  return statement.actions.length > 0 && (isNamed || !takesPrincipal(policyType));
}

const ALTERNATIVES: readonly RegExp[] = [
  /^aws:(?:sourcevpc|sourcevpce|vpceaccount|vpceorgid)$/i,
  /^aws:(?:principalarn|principalaccount|principalorgid|principalorgpaths|userid|username|principalservicename)$/i,
];

function isPositive(test: ConditionTest): boolean {
  const { operator } = test;
  return (
    operator?.operator.name !== 'Null' && !operator?.operator.isNegated && holdsWithoutKey(test) === false
  );
}
