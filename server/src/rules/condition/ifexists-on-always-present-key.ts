import { isAlwaysPresent } from '../../iam/key-presence.ts';
import { operatorName } from '../../iam/operator-name.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { useOperator } from '../condition-fixes.ts';
import { defineRule } from '../rule.ts';

/**
 * `IfExists` lets a test hold for requests that lack the key. Some keys are in every request, signed or not, such as
 * `aws:SecureTransport` or `aws:RequestedRegion`: there the suffix suggests a gap that does not exist.
 *
 * `aws:ViaAWSService` is left out: AWS's own guidance on data perimeters writes it with `BoolIfExists`.
 */
export const ifexistsOnAlwaysPresentKey = defineRule({
  id: 'ifexists-on-always-present-key',
  scope: 'statement',
  mentions: ['ifexists'],
  severity: 'hint',
  category: 'style',
  summary: 'IfExists on a key that every request carries',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  examples: [
    {
      bad: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "BoolIfExists": { "aws:SecureTransport": "false" } }',
      good: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const test of conditionTests(statement, catalogue)) {
      const { entry, operator } = test;
      if (!operator?.ifExists || !isRedundant(test)) continue;
      yield {
        range: entry.key.range,
        message: `Every request carries "${entry.key.text}", so "IfExists" changes nothing.`,
        fixes: () =>
          useOperator(statement, [{ entry }], operatorName({ ...operator, ifExists: false }), {
            keepsAccess: true,
            isPreferred: true,
          }),
      };
    }
  },
});

function isRedundant({ entry, operator }: ConditionTest): boolean {
  if (operator?.setOperator || operator?.operator.isNegated) return false;
  return isAlwaysPresent(entry.key.text) && entry.key.text.toLowerCase() !== 'aws:viaawsservice';
}
