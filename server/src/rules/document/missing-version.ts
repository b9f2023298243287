import { editDistance } from '../../base/edit-distance.ts';
import { insertFirst } from '../../policy/list-edit.ts';
import { mayHoldVariables, variableTexts } from '../../policy/variable-text.ts';
import { defineRule } from '../rule.ts';

/**
 * Without `Version` AWS reads a policy by the language of 2008-10-17, in which `${aws:username}` is plain text and
 * not a policy variable. Resource control policies must say 2012-10-17.
 */
export const missingVersion = defineRule({
  id: 'missing-version',
  scope: 'policy',
  severity: 'warning',
  category: 'correctness',
  summary: 'Policy has no Version',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
  equivalents: { accessAnalyzer: ['MISSING_VERSION'], parliament: ['NO_VERSION'] },
  examples: [
    {
      bad: '{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }',
    },
  ],

  *check({ policy, policyType }) {
    const { members, range, text } = policy;
    // A misspelt key is reported by unknown-policy-element, and one that is being typed will soon be right.
    if (policy.isBroken || members.some(({ key }) => editDistance(key.text.toLowerCase(), 'version', 2) <= 2))
      return;

    const variables = variableTexts(policy);
    const consequence =
      variables.length > 0
        ? `"${variables[0]}" is plain text without it.`
        : 'AWS reads it by the language of 2008.';
    yield {
      range: members[0]?.key.range ?? { start: range.start, end: range.start + 1 },
      severity: policyType === 'rcp' ? 'error' : 'warning',
      message: `This policy has no Version. ${consequence}`,
      isAbsence: true,
      fixes: () => [
        {
          title: 'Insert "Version": "2012-10-17"',
          keepsAccess: !mayHoldVariables(policy),
          isPreferred: true,
          edits: [insertFirst(text, { kind: 'object', members, range }, '"Version": "2012-10-17"')],
        },
      ],
    };
  },
});
