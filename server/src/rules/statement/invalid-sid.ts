import { isDynamic } from '../../policy/placeholder.ts';
import { policyVariables } from '../../policy/policy-variable.ts';
import { alphanumericSid, type PlacedSid, sidsOf, uniqueSid } from '../../policy/sid.ts';
import { defineRule } from '../rule.ts';

/**
 * IAM and AWS Organizations accept only letters and digits in a `Sid` and reject the whole policy otherwise.
 * Services that keep their own resource-based policies accept more: blanks, hyphens and underscores are in many of
 * AWS's examples, so the rule is silent there. A `Sid` has no influence on access. Policy variables in it are left to
 * `variable-in-wrong-element`.
 */
export const invalidSid = defineRule({
  id: 'invalid-sid',
  scope: 'policy',
  severity: 'error',
  category: 'syntax',
  summary: 'Sid contains more than letters and digits',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
  equivalents: { accessAnalyzer: ['UNSUPPORTED_SID'], parliament: ['INVALID_SID'], cfnLint: ['E3510'] },
  examples: [
    {
      bad: '"Sid": "allow read-only", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
      good: '"Sid": "AllowReadOnly", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
    },
  ],

  *check({ policy, policyType }) {
    if (policyType === 'resource' || policyType === 'endpoint') return;
    const sids = sidsOf(policy);
    const invalid = sids.filter(
      ({ text }) => /[^A-Za-z\d]/.test(text) && !isDynamic(text) && !hasVariable(text),
    );
    for (const sid of invalid) {
      const char = /[^A-Za-z\d]/u.exec(sid.text)?.[0];
      yield {
        range: sid.range,
        // Not all of what IAM says about a Sid holds for those of trust policies.
        severity: policyType === 'trust' ? 'warning' : 'error',
        message: `Sid "${sid.text}" contains "${char}"; only letters and digits are allowed.`,
        fixes() {
          const newSid = renamed(sids, invalid).get(sid) ?? '';
          const edits = [{ range: sid.range, newText: `"${newSid}"` }];
          return [{ title: `Change to "${newSid}"`, keepsAccess: true, isPreferred: true, edits }];
        },
      };
    }
  },
});

const hasVariable = (text: string): boolean => policyVariables(text).some(({ isClosed }) => isClosed);

/** All at once, so that the repairs of one policy stay different from each other and from every other Sid. */
function renamed(sids: readonly PlacedSid[], invalid: readonly PlacedSid[]): ReadonlyMap<PlacedSid, string> {
  const taken = new Set(sids.map(({ text }) => text));
  const names = new Map<PlacedSid, string>();
  for (const sid of invalid) {
    const name = uniqueSid(alphanumericSid(sid.text), taken);
    taken.add(name);
    names.set(sid, name);
  }
  return names;
}
