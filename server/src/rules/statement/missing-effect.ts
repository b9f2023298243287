import { insertFirst } from '../../policy/list-edit.ts';
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

  *check({ statement }) {
    const { members, object, text } = statement;
    if (statement.isBroken || members.some(({ key }) => key.text.toLowerCase() === 'effect')) return;

    const insert = (effect: string): Fix => ({
      title: `Insert "Effect": "${effect}"`,
      keepsAccess: false,
      edits: [insertFirst(text, object, `"Effect": "${effect}"`)],
    });
    yield {
      range: members[0]?.key.range ?? { start: 0, end: 1 },
      message: 'This statement has no Effect; say "Allow" or "Deny".',
      fixes: () => [insert('Allow'), insert('Deny')],
    };
  },
});
