import { insertElement } from '../../policy/insert-element.ts';
import { mayHave } from '../../policy/stray-element.ts';
import { likelyAction } from '../likely-action.ts';
import { defineRule } from '../rule.ts';

/**
 * A statement is about actions: without `Action` or `NotAction` AWS rejects the policy.
 */
export const missingAction = defineRule({
  id: 'missing-action',
  scope: 'statement',
  severity: 'error',
  category: 'syntax',
  summary: 'Statement has no Action',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
  equivalents: { accessAnalyzer: ['MISSING_ACTION'], parliament: ['MALFORMED'], cfnLint: ['E3510'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
      good: '"Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
    },
  ],

  *check({ statement, policyType, catalogue }) {
    if (statement.isBroken || mayHave(statement, 'Action', 'NotAction')) return;
    yield {
      range: statement.members[0]?.key.range ?? { start: 0, end: 1 },
      message: 'This statement has neither Action nor NotAction.',
      isAbsence: true,
      fixes: () => [
        {
          title: 'Insert "Action"',
          keepsAccess: false,
          isPreferred: true,
          isSnippet: true,
          edits: [insertElement(statement, 'Action', value(likelyAction(statement, policyType, catalogue)))],
        },
      ],
    };
  },
});

function value([first = '', ...others]: readonly string[]): string {
  const typed = `"\${1:${first}}"`;
  return others.length === 0
    ? typed
    : `[${[typed, ...others.map((text) => JSON.stringify(text))].join(', ')}]`;
}
