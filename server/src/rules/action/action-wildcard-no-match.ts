import { defineRule } from '../rule.ts';
import { unmatchedPatterns } from '../unmatched-patterns.ts';

/**
 * A pattern that matches no action of its service does nothing: an Allow with it grants nothing, a Deny with it
 * protects nothing. It would come to life only if AWS added an action of that name.
 *
 * In `NotAction` such a pattern is worse, see `notaction-typo-widens`.
 */
export const actionWildcardNoMatch = defineRule({
  id: 'action-wildcard-no-match',
  scope: 'statement',
  mentions: ['*', '?'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Action pattern matches no action',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
  equivalents: { accessAnalyzer: ['INVALID_ACTION'], parliament: ['UNKNOWN_ACTION'], cfnLint: ['W3037'] },
  examples: [{ bad: '"Action": "s3:Gte*"', good: '"Action": "s3:Get*"' }],

  *check({ statement, catalogue }) {
    yield* unmatchedPatterns(
      statement.actions.filter(({ element }) => element === 'Action'),
      catalogue,
    );
  },
});
