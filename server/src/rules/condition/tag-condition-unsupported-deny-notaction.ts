import { testOfUnsentTag } from '../../reasoning/unsent-tag.ts';
import { nameActions } from '../name-actions.ts';
import { defineRule } from '../rule.ts';

/**
 * A Deny with `NotAction` seems to deny everything but a few actions. With a condition on `aws:ResourceTag`,
 * `aws:RequestTag` or `aws:TagKeys` it denies only those actions that send the tag, which many services never do. Name the
 * actions that are meant.
 *
 * Silent where the resources keep to services.
 */
export const tagConditionUnsupportedDenyNotaction = defineRule({
  id: 'tag-condition-unsupported-deny-notaction',
  scope: 'statement',
  effect: 'Deny',
  mentions: ['notaction'],
  severity: 'warning',
  category: 'security',
  summary: 'Deny with NotAction spares what never sends the tag',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html',
  equivalents: { accessAnalyzer: ['DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE'] },
  policyTypes: ['identity', 'resource', 'boundary', 'session', 'scp'],
  examples: [
    {
      bad: '"Effect": "Deny", "NotAction": "iam:*", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "red" } }',
      good: '"Effect": "Deny", "Action": ["ec2:*"], "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "red" } }',
    },
  ],

  *check({ statement, catalogue }) {
    const test = testOfUnsentTag(statement, catalogue);
    if (!test) return;
    yield {
      range: test.entry.key.range,
      message: `Actions that never send "${test.entry.key.text}" are not denied. Many services send no tags.`,
      fixes: () => nameActions(statement),
    };
  },
});
