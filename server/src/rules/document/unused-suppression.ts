import { closest } from '../../base/edit-distance.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';
import type { JudgedSuppression } from '../suppression.ts';
import { removeSuppression } from '../suppression-edit.ts';

/**
 * A comment that asks for silence where nothing is said hides what may be found there later, and readers look for a
 * risk that is gone.
 *
 * Comments about rules that are off are left alone: others may have them on.
 */
export const unusedSuppression = defineRule({
  id: 'unused-suppression',
  scope: 'file',
  severity: 'warning',
  category: 'style',
  summary: 'Comment suppresses nothing',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  examples: [
    {
      bad: `
// leastwise-disable-next-line resource-star -- public
"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
`,
      good: `
"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
`,
    },
  ],

  *check({ file, suppressions, ruleIds }): Iterable<Finding> {
    if (file.policies.length === 0 || file.policies.some(({ isBroken }) => isBroken)) return;
    for (const suppression of suppressions) {
      const message = messageFor(suppression);
      if (!message) continue;
      const { range, verdict } = suppression;
      const isUnnecessary = verdict === 'unused' ? { isUnnecessary: true as const } : {};
      yield { range, message, ...isUnnecessary, fixes: () => fixesFor(suppression, file.text, ruleIds) };
    }
  },
});

function messageFor({ ruleId, verdict }: JudgedSuppression): string | undefined {
  if (ruleId === undefined) return 'This comment names no rule, so it suppresses nothing.';
  if (verdict === 'unknown') return `There is no rule "${ruleId}".`;
  return verdict === 'unused'
    ? `"${ruleId}" finds nothing here that this comment could suppress.`
    : undefined;
}

function fixesFor(suppression: JudgedSuppression, text: string, ruleIds: readonly string[]): readonly Fix[] {
  const { ruleId = '', range, verdict } = suppression;
  const meant = verdict === 'unknown' ? closest(ruleId, ruleIds) : [];
  const renamings = meant.map((id) => ({
    title: `Change to "${id}"`,
    edits: [{ range, newText: id }],
    keepsAccess: false,
  }));
  const removal: Fix = {
    title: suppression.siblings > 0 ? `Remove "${ruleId}"` : 'Remove the comment',
    edits: [removeSuppression(suppression, text)],
    keepsAccess: meant.length === 0,
  };
  return [...renamings, removal];
}
