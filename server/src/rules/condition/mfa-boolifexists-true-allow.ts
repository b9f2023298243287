import { isKeyDemanded, onlyBoolean } from '../../reasoning/absent-key.ts';
import { conditionTests } from '../../reasoning/condition-tests.ts';
import { useOperator } from '../condition-fixes.ts';
import { defineRule } from '../rule.ts';

/**
 * `aws:MultiFactorAuthPresent` exists in requests with temporary credentials only. With `BoolIfExists` an Allow lets in
 * whoever signs with a long-term access key, although no MFA was used. `Bool` does not hold without the key.
 */
export const mfaBoolifexistsTrueAllow = defineRule({
  id: 'mfa-boolifexists-true-allow',
  scope: 'statement',
  effect: 'Allow',
  mentions: ['aws:multifactorauth'],
  severity: 'warning',
  category: 'security',
  summary: 'Allow with MFA lets access keys in without it',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent',
  policyTypes: ['identity', 'resource', 'trust'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "ec2:*", "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "true" } }',
      good: '"Effect": "Allow", "Action": "ec2:*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const test of conditionTests(statement, catalogue)) {
      const { entry, operator } = test;
      if (!operator?.ifExists || operator.operator.name !== 'Bool' || onlyBoolean(test) !== true) continue;
      if (entry.key.text.toLowerCase() !== 'aws:multifactorauthpresent') continue;
      if (isKeyDemanded(test, statement, catalogue)) continue;
      yield {
        range: entry.operator.range,
        message: `"${entry.operator.text}" holds for requests without the key, so access keys need no MFA here.`,
        fixes: () => useOperator(statement, [{ entry }], 'Bool', { keepsAccess: false, isPreferred: true }),
      };
    }
  },
});
