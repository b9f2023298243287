import { defineRule } from '../rule.ts';
import { unsentTags } from '../unsent-tags.ts';

/**
 * Not every action sends tags. A Deny of what has a certain `aws:ResourceTag`, `aws:RequestTag` or `aws:TagKeys` does
 * not deny an action without them, so it protects less than it seems to; asked in the negative, it denies that action
 * always. Such actions belong in a Deny that names resources instead.
 *
 * A pattern counts only if nothing that it matches sends the tag. A test with `IfExists` or `ForAllValues` says that the
 * tag may be absent.
 */
export const tagConditionUnsupportedDeny = defineRule({
  id: 'tag-condition-unsupported-deny',
  scope: 'statement',
  effect: 'Deny',
  mentions: ['tag'],
  severity: 'warning',
  category: 'security',
  summary: 'Deny tests a tag that its actions never send',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html',
  equivalents: { accessAnalyzer: ['DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE'] },
  policyTypes: ['identity', 'resource', 'boundary', 'session', 'endpoint', 'scp', 'rcp'],
  examples: [
    {
      bad: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Action": ["ec2:StartInstances", "ec2:DescribeInstances"], "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "red" } } }] }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Action": ["ec2:StartInstances"], "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "red" } } }, { "Effect": "Deny", "Action": "ec2:DescribeInstances", "Resource": "*" }] }',
    },
  ],

  *check({ statement, catalogue }) {
    yield* unsentTags(statement, catalogue);
  },
});
