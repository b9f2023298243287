import { parseConditionOperator } from '../../iam/condition-operator.ts';
import { isAlwaysPresent, keyPresence } from '../../iam/key-presence.ts';
import { operatorName } from '../../iam/operator-name.ts';
import { everyone } from '../../policy/everyone.ts';
import type { Statement } from '../../policy/statement.ts';
import { valueText } from '../../policy/value-text.ts';
import { holdsWithoutKey, onlyBoolean } from '../../reasoning/absent-key.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { starValue } from '../../reasoning/star-value.ts';
import { demandKey, useOperator } from '../condition-fixes.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * A negated test in an Allow lets in everybody but those it names, and requests that lack the key as well. Where the key
 * tells who calls or from where, the list that is meant is nearly always the one of those who may; whoever must not
 * belongs in a Deny.
 *
 * Silent where some other test of the statement limits it, where the key must be present, and where the statement is for
 * everyone, which `public-principal` and `trust-any-aws-principal` judge as a whole. Keys about the resource or the
 * request, such as tags of a resource, are often meant this way. For `*` see `condition-never-true-wildcard`.
 */
export const negatedOperatorInAllow = defineRule({
  id: 'negated-operator-in-allow',
  scope: 'statement',
  effect: 'Allow',
  mentions: ['not'],
  severity: 'warning',
  category: 'security',
  summary: 'Allow is limited by a negated test only',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  policyTypes: ['identity', 'resource', 'trust'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }',
    },
  ],

  *check({ statement, catalogue }) {
    if (statement.conditions.length === 0 || everyone(statement)) return;
    const tests = conditionTests(statement, catalogue);
    if (tests.some(mayLimit)) return;
    for (const test of tests) {
      const { entry, operator } = test;
      if (!operator?.operator.isNegated || !tellsCallers(entry.key.text)) continue;
      if (isEmpty(test) || starValue(test)) continue;
      const lacking = holdsWithoutKey(test) ? keyPresence(entry.key.text)?.lacking : undefined;
      yield {
        range: entry.operator.range,
        message: `"${entry.operator.text}" lets in everybody else${lacking ? `, ${lacking} included` : ''}.`,
        fixes: () => repairs(statement, test),
      };
    }
  },
});

/** In doubt a test is a limit; only negated ones are none, and one for the absence of a key. */
function mayLimit(test: ConditionTest): boolean {
  const { operator } = test;
  if (!operator) return true;
  return !operator.operator.isNegated && !(operator.operator.name === 'Null' && onlyBoolean(test) === true);
}

const tellsCallers = (key: string): boolean =>
  keyPresence(key)?.isProof === true || /^aws:(?:principalaccount|userid)$/i.test(key);

/** A comparison with nothing asks whether there is a value. */
const isEmpty = ({ values }: ConditionTest): boolean => values.every((value) => valueText(value) === '');

function repairs(statement: Statement, { entry, operator }: ConditionTest): readonly Fix[] {
  const positive = operator && parseConditionOperator(operator.operator.name.replace('Not', ''));
  if (!positive) return [];
  const setOperator = operator.setOperator && 'ForAnyValue';
  const name = operatorName({ ...positive, setOperator, ifExists: false });
  return [
    ...useOperator(statement, [{ entry }], name, { keepsAccess: false }),
    ...(isAlwaysPresent(entry.key.text) ? [] : demandKey(statement, entry)),
  ];
}
