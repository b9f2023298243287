import { deleteStatement } from '../delete-statement.ts';
import { defineRule } from '../rule.ts';

/**
 * An empty list of resources matches none, so the statement does nothing. An empty `NotResource` excludes nothing; say
 * what it should be, for AWS does not document what it means.
 */
export const emptyResource = defineRule({
  id: 'empty-resource',
  scope: 'statement',
  severity: 'information',
  category: 'correctness',
  summary: 'Resource names nothing',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['EMPTY_ARRAY_RESOURCE'] },
  examples: [
    {
      bad: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": [] }, { "Effect": "Deny", "Action": "s3:DeleteBucket", "Resource": "*" }] }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Action": "s3:DeleteBucket", "Resource": "*" }] }',
    },
  ],

  *check({ statement }) {
    if (statement.isBroken) return;
    for (const { key, value } of statement.members) {
      if (key.text !== 'Resource' && key.text !== 'NotResource') continue;
      if (value?.kind !== 'array' || value.items.length > 0) continue;
      const isPlain = key.text === 'Resource';
      const fill = [{ range: value.range, newText: '["${1:*}"]' }];
      yield {
        range: key.range,
        message: isPlain
          ? 'This Resource is empty, so the statement matches nothing.'
          : 'This NotResource is empty; AWS does not say what that means.',
        isUnnecessary: true,
        fixes: ({ removal }) => [
          ...(isPlain ? deleteStatement(removal) : []),
          { title: 'Name a resource', keepsAccess: false, isSnippet: true, edits: fill },
        ],
      };
    }
  },
});
