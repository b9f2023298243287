import { testOfUnsentTag } from '../../reasoning/unsent-tag.ts';
import { nameActions } from '../name-actions.ts';
import { defineRule } from '../rule.ts';

/**
 * An Allow with `NotAction` seems to allow everything but a few actions. With a condition on `aws:ResourceTag`,
 * `aws:RequestTag` or `aws:TagKeys` it allows only those actions that send the tag, which many services never do. Name the
 * actions that are meant.
 *
 * Silent where the resources keep to services.
 */
export const tagConditionUnsupportedAllowNotaction = defineRule({
  id: 'tag-condition-unsupported-allow-notaction',
  scope: 'statement',
  effect: 'Allow',
  mentions: ['notaction'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Allow with NotAction depends on a tag few actions send',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html',
  equivalents: { accessAnalyzer: ['ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE'] },
  policyTypes: ['identity', 'resource'],
  examples: [
    {
      bad: '"Effect": "Allow", "NotAction": "iam:*", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "red" } }',
      good: '"Effect": "Allow", "Action": ["ec2:*"], "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "red" } }',
    },
  ],

  *check({ statement, catalogue }) {
    const test = testOfUnsentTag(statement, catalogue);
    if (!test) return;
    yield {
      range: test.entry.key.range,
      message: `NotAction allows only actions that send "${test.entry.key.text}". Many services send no tags.`,
      fixes: () => nameActions(statement),
    };
  },
});
