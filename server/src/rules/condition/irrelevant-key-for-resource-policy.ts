import { everyone } from '../../policy/everyone.ts';
import type { ConditionEntry } from '../../policy/statement.ts';
import { strings } from '../../policy/value.ts';
import { defineRule } from '../rule.ts';
import { removeTests } from '../unsupported-key.ts';

/**
 * A policy that is attached to a resource speaks about that resource alone, so `aws:ResourceAccount`, `aws:ResourceOrgID`,
 * `aws:ResourceOrgPaths` and `s3:ResourceAccount` have one and the same value in all of its requests. A test of them is
 * always true or always false. They are useful in policies of identities; who calls is told by `aws:PrincipalAccount`
 * and `aws:PrincipalOrgID`.
 *
 * Silent where the value is a policy variable, as the test then compares the resource with the caller, and where everyone
 * is addressed: policies of endpoints look alike, and they are about many resources.
 */
export const irrelevantKeyForResourcePolicy = defineRule({
  id: 'irrelevant-key-for-resource-policy',
  scope: 'statement',
  mentions: ['aws:resource', 's3:resource'],
  severity: 'information',
  category: 'correctness',
  summary: 'Key is the same in all requests to the resource',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  equivalents: { accessAnalyzer: ['IRRELEVANT_CONDITION_KEY_IN_POLICY'] },
  policyTypes: ['resource'],
  examples: [
    {
      bad: '"Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::app/*", "Condition": { "StringEquals": { "s3:ResourceAccount": "111122223333" } }',
      good: '"Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::app/*"',
    },
  ],

  *check({ statement }) {
    if (statement.isBroken || statement.principals.length === 0 || everyone(statement)) return;
    const entry = statement.conditions.find(isConstant);
    if (!entry) return;
    const { text, range } = entry.key;
    yield {
      range,
      message: `"${text}" is the same in all requests to this resource. Here it is always this resource's own.`,
      fixes: () => removeTests(statement, text),
    };
  },
});

function isConstant({ key, values }: ConditionEntry): boolean {
  return (
    /^(?:aws:Resource(?:Account|OrgID|OrgPaths)|s3:ResourceAccount)$/i.test(key.text) &&
    !strings(values).some(({ text }) => text.includes('${'))
  );
}
