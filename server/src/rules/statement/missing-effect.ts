import { insertElement } from '../../policy/insert-element.ts';
import { mayHave } from '../../policy/stray-element.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * A statement neither allows nor denies by default: without `Effect` AWS rejects the policy.
 */
export const missingEffect = defineRule({
  id: 'missing-effect',
  scope: 'statement',
  severity: 'error',
  category: 'syntax',
  summary: 'Statement has no Effect',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html',
  equivalents: { accessAnalyzer: ['MISSING_EFFECT'], parliament: ['MALFORMED'], cfnLint: ['E3510'] },
  examples: [
    {
      bad: '"Action": "s3:GetObject", "Resource": "*"',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
    },
  ],

  *check({ statement, policyType }) {
    if (statement.isBroken || mayHave(statement, 'Effect')) return;

    const insert = (effect: string): Fix => ({
      title: `Insert "Effect": "${effect}"`,
      keepsAccess: false,
      edits: [insertElement(statement, 'Effect', JSON.stringify(effect))],
    });
    yield {
      range: statement.members[0]?.key.range ?? { start: 0, end: 1 },
      message: 'This statement has no Effect; say "Allow" or "Deny".',
      isAbsence: true,
      // A resource control policy can only deny.
      fixes: () => (policyType === 'rcp' ? [insert('Deny')] : [insert('Allow'), insert('Deny')]),
    };
  },
});
