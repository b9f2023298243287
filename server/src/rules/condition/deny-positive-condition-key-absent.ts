import type { Catalogue } from '../../catalogue/catalogue.ts';
import { keyPresence } from '../../iam/key-presence.ts';
import { operatorName } from '../../iam/operator-name.ts';
import type { Statement } from '../../policy/statement.ts';
import { valueText } from '../../policy/value-text.ts';
import { holdsWithoutKey, isKeyDemanded } from '../../reasoning/absent-key.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { keysDeniedWhenAbsent } from '../../reasoning/keys-denied-when-absent.ts';
import { useOperator } from '../condition-fixes.ts';
import { defineRule, type Finding, type Severity } from '../rule.ts';
import { shiftedFinding } from '../shifted-finding.ts';

/**
 * A Deny with a positive test does not reach requests that lack the key. That is a gap where lacking it means the same
 * as the value that is denied: nobody without MFA has an `aws:MultiFactorAuthAge`, and who carries no tag `approved` is
 * as little approved as who carries it with the value `false`. `IfExists` closes it, and so does a second Deny with `Null`
 * and `true`.
 *
 * A Deny that hits some callers or networks by a positive test alone is reported as information: nobody has to carry
 * the tag, or to come through the endpoint. Tags of resources are left alone unless the value says no, and so is
 * a statement with further tests. For `aws:MultiFactorAuthPresent` see `mfa-bool-false`.
 */
export const denyPositiveConditionKeyAbsent = defineRule({
  id: 'deny-positive-condition-key-absent',
  scope: 'policy',
  severity: 'warning',
  category: 'security',
  summary: 'Requests without the key escape a Deny',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  examples: [
    {
      bad: '"Effect": "Deny", "Action": "iam:*", "Resource": "*", "Condition": { "NumericGreaterThan": { "aws:MultiFactorAuthAge": "3600" } }',
      good: '"Effect": "Deny", "Action": "iam:*", "Resource": "*", "Condition": { "NumericGreaterThanIfExists": { "aws:MultiFactorAuthAge": "3600" } }',
    },
  ],

  *check({ policy, catalogue }) {
    let denied: ReadonlySet<string> | undefined;
    for (const { statement, offset } of policy.statements) {
      if (statement.effect !== 'Deny' || statement.conditions.length === 0) continue;
      for (const test of conditionTests(statement, catalogue)) {
        const found = findingOf(test, statement, catalogue);
        if (!found) continue;
        denied ??= keysDeniedWhenAbsent(policy, catalogue);
        if (!denied.has(test.entry.key.text.toLowerCase())) yield shiftedFinding(found, offset);
      }
    }
  },
});

function findingOf(test: ConditionTest, statement: Statement, catalogue: Catalogue): Finding | undefined {
  const { entry, operator } = test;
  const lacking = keyPresence(entry.key.text)?.lacking ?? lackingTag(entry.key.text);
  if (!lacking || !operator || operator.operator.name === 'Null') return undefined;
  const severity = holdsWithoutKey(test) === false ? severityOf(test, statement) : undefined;
  if (!severity || isKeyDemanded(test, statement, catalogue)) return undefined;
  return {
    range: entry.key.range,
    message: `${lacking.charAt(0).toUpperCase()}${lacking.slice(1)} lack "${entry.key.text}" and escape this Deny.`,
    severity,
    fixes: () =>
      useOperator(statement, [{ entry }], operatorName({ ...operator, ifExists: true }), {
        keepsAccess: false,
        ...(severity === 'warning' && { isPreferred: true }),
      }),
  };
}

/** Tags under the prefix of a service, such as `ec2:ResourceTag/team`. */
const lackingTag = (key: string): string | undefined =>
  /^[\w-]+:(?:ResourceTag|ExistingObjectTag)\/./i.test(key) ? 'resources without the tag' : undefined;

function severityOf(test: ConditionTest, { conditions }: Statement): Severity | undefined {
  const { entry, operator } = test;
  const key = entry.key.text;
  if (/^aws:MultiFactorAuthAge$/i.test(key)) {
    return operator?.operator.name.startsWith('NumericGreaterThan') ? 'warning' : undefined;
  }
  if (/(?:Principal|Resource|Request|ExistingObject)Tag\/./i.test(key) && saysNo(test)) return 'warning';
  return conditions.length === 1 && BY_CALLER.test(key) && isText(test) ? 'information' : undefined;
}

const BY_CALLER = /^aws:(?:PrincipalTag\/.*|PrincipalOrgID|SourceVpc|SourceVpce)$/i;

const isText = ({ operator }: ConditionTest): boolean =>
  operator?.operator.operand === 'String' && !operator.operator.isNegated && !operator.setOperator;

/** Whoever has no value has not said yes either. */
function saysNo(test: ConditionTest): boolean {
  return (
    test.isKnown &&
    !test.operator?.operator.isNegated &&
    test.values.every((value) => /^(?:false|no|none|0|off)$/i.test(valueText(value)))
  );
}
