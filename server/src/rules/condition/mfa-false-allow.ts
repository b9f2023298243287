import { onlyBoolean } from '../../reasoning/absent-key.ts';
import { conditionTests } from '../../reasoning/condition-tests.ts';
import { useOperator } from '../condition-fixes.ts';
import { defineRule } from '../rule.ts';

/**
 * An Allow that tests `aws:MultiFactorAuthPresent` for `false` grants to those who did not use MFA and refuses those who
 * did; with `BoolIfExists` it also grants to long-term access keys. What is meant is `true`, or a Deny: a Deny with
 * `BoolIfExists` and `false` is the pattern that AWS documents.
 */
export const mfaFalseAllow = defineRule({
  id: 'mfa-false-allow',
  scope: 'statement',
  effect: 'Allow',
  mentions: ['aws:multifactorauth'],
  severity: 'warning',
  category: 'security',
  summary: 'Allow applies to requests without MFA only',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent',
  policyTypes: ['identity', 'resource', 'trust'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "ec2:*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "false" } }',
      good: '"Effect": "Allow", "Action": "ec2:*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const test of conditionTests(statement, catalogue)) {
      const { entry, operator } = test;
      if (operator?.operator.name !== 'Bool' || onlyBoolean(test) !== false) continue;
      const [value] = test.values;
      if (!value || entry.key.text.toLowerCase() !== 'aws:multifactorauthpresent') continue;
      const others = operator.ifExists ? 'access keys and sessions' : 'sessions';
      yield {
        range: value.range,
        message: `This Allow applies only to ${others} without MFA.`,
        fixes: () =>
          useOperator(statement, [{ entry, values: '"true"' }], 'Bool', {
            title: 'Require MFA',
            keepsAccess: false,
            isPreferred: true,
          }),
      };
    }
  },
});
