import { misplacedActions } from '../../reasoning/misplaced-action.ts';
import { firstNamed } from '../first-named.ts';
import { removeActions } from '../remove-actions.ts';
import { defineRule } from '../rule.ts';

/**
 * The policy of a resource takes only actions on that resource: a bucket policy none of AWS KMS, a trust policy only
 * those that assume the role, such as `sts:AssumeRole` and `sts:TagSession`. AWS refuses the policy, or the action has no
 * effect. What the role or the caller may do else belongs in a policy of their own.
 *
 * What the policy is about is taken from its ARNs, or from the other actions of the statement. Patterns over all of
 * AWS STS in a trust policy are left to `trust-action-star`.
 */
export const unsupportedActionForResourceType = defineRule({
  id: 'unsupported-action-for-resource-type',
  scope: 'statement',
  severity: 'error',
  category: 'correctness',
  summary: 'Action has no place in the policy of this resource',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html',
  equivalents: { accessAnalyzer: ['UNSUPPORTED_ACTION_IN_POLICY'], cfnLint: ['W3037'] },
  policyTypes: ['resource', 'trust'],
  examples: [
    {
      bad: '"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ["s3:GetObject", "kms:Decrypt"], "Resource": "arn:aws:s3:::app/*"',
      good: '"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::app/*"',
    },
    {
      bad: '"Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": ["sts:AssumeRole", "s3:GetObject"]',
      good: '"Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": ["sts:AssumeRole"]',
      policyType: 'trust',
    },
  ],

  *check({ statement, policyType, catalogue }) {
    const found = misplacedActions(statement, policyType, catalogue);
    const [first] = found?.actions ?? [];
    if (!found || !first) return;
    const names = firstNamed(found.actions.map(({ text }) => text));
    const verb = found.actions.length === 1 ? 'has' : 'have';
    yield {
      range: first.range,
      message: `${names} ${verb} no place in ${found.where}.`,
      fixes: () => removeActions(statement, found.actions),
    };
  },
});
