import { defineRule, type Finding } from '../rule.ts';

/**
 * Whoever reads a policy later has to judge whether a suppressed finding is still acceptable, and cannot without the
 * reason. It stands behind two dashes, in the same comment.
 */
export const suppressionWithoutReason = defineRule({
  id: 'suppression-without-reason',
  scope: 'file',
  severity: 'hint',
  category: 'style',
  summary: 'Comment suppresses a finding without a reason',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  examples: [
    {
      bad: `// leastwise-disable-next-line service-star
"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
`,
      good: `// leastwise-disable-next-line service-star -- reason
"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
`,
    },
  ],

  *check({ file, suppressions }): Iterable<Finding> {
    if (file.policies.length === 0) return;
    const seen = new Set<object>();
    for (const { comment, ruleId, reason } of suppressions) {
      if (reason !== undefined || ruleId === undefined || seen.has(comment)) continue;
      seen.add(comment);
      const { start, end } = comment.content;
      const written = file.text.slice(start, end).trimEnd();
      const at = start + written.length;
      // It may end in dashes with nothing behind them.
      const newText = `${written.endsWith('--') ? '' : ' --'} \${1:reason}`;
      yield {
        range: { start: at - written.trimStart().length, end: at },
        message: 'This comment suppresses a finding without saying why.',
        fixes: () => [
          {
            title: 'Add a reason',
            edits: [{ range: { start: at, end: at }, newText }],
            // Only its author knows it, so no run over all files may fill it in.
            keepsAccess: false,
            isSnippet: true,
            isPreferred: true,
          },
        ],
      };
    }
  },
});
