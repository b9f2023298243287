import { defineRule } from '../rule.ts';
import { effectRange } from '../whole-statement.ts';

/**
 * A policy whose statements all deny grants nothing by itself: access has to come from another policy of the same user,
 * group or role. As a guard rail that is what is wanted; as the only policy it leaves everything denied.
 */
export const denyWithoutAllow = defineRule({
  id: 'deny-without-allow',
  scope: 'policy',
  severity: 'hint',
  category: 'correctness',
  summary: 'Policy that only denies',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
  policyTypes: ['identity', 'boundary'],
  isOptIn: true,
  noFix: 'Whether another policy allows what is left cannot be seen here.',
  examples: [
    {
      bad: '"Effect": "Deny", "Action": "iam:*", "Resource": "*"',
      good: '"Effect": "Deny", "Action": "iam:*", "Resource": "*" }, { "Effect": "Allow", "Action": "s3:*", "Resource": "*"',
    },
  ],

  *check({ policy, policyType }) {
    const { statements, strayStatements, isBroken } = policy;
    const [first] = statements;
    if (!first || isBroken || strayStatements.length > 0) return;
    if (!statements.every(({ statement }) => statement.effect === 'Deny')) return;
    yield {
      range: effectRange(first),
      message:
        policyType === 'boundary'
          ? 'This boundary has no Allow, so nothing is allowed within it.'
          : 'This policy has no Allow; access has to come from another policy.',
    };
  },
});
