import { defineRule } from '../rule.ts';
import { unsentTags } from '../unsent-tags.ts';

/**
 * Not every action sends tags. In an Allow that asks for `aws:ResourceTag`, `aws:RequestTag` or `aws:TagKeys` an
 * action without them is never allowed; asked in the negative, the test does not limit it at all. Such actions belong in
 * a statement that names resources instead.
 *
 * A pattern counts only if nothing that it matches sends the tag. A test with `IfExists` or `ForAllValues` says that the
 * tag may be absent.
 */
export const tagConditionUnsupportedAllow = defineRule({
  id: 'tag-condition-unsupported-allow',
  scope: 'statement',
  effect: 'Allow',
  mentions: ['tag'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Allow tests a tag that its actions never send',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html',
  equivalents: { accessAnalyzer: ['ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE'] },
  policyTypes: ['identity', 'resource', 'boundary', 'session', 'endpoint'],
  examples: [
    {
      bad: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["ec2:StartInstances", "ec2:DescribeInstances"], "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "red" } } }] }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["ec2:StartInstances"], "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "red" } } }, { "Effect": "Allow", "Action": "ec2:DescribeInstances", "Resource": "*" }] }',
    },
  ],

  *check({ statement, catalogue }) {
    yield* unsentTags(statement, catalogue);
  },
});
