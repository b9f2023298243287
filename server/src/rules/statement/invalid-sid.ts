import type { PolicyType } from '../../iam/policy-type.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import { policyVariables } from '../../policy/policy-variable.ts';
import { alphanumericSid, type PlacedSid, sidsOf, uniqueSid } from '../../policy/sid.ts';
import type { Statement } from '../../policy/statement.ts';
import { defineRule, type Severity } from '../rule.ts';

/**
 * IAM and AWS Organizations accept only letters and digits in a `Sid` and reject the whole policy otherwise.
 * Services that keep their own resource-based policies are often laxer: S3 and KMS allow blanks, for example. A
 * `Sid` has no influence on access. Policy variables in it are left to `variable-in-wrong-element`.
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
    const sids = sidsOf(policy);
    const invalid = sids.filter(
      ({ text }) => /[^A-Za-z\d]/.test(text) && !isDynamic(text) && !hasVariable(text),
    );
    for (const sid of invalid) {
      const severity = severityFor(policyType, sid.statement);
      if (!severity) continue;
      const char = /[^A-Za-z\d]/u.exec(sid.text)?.[0];
      const reason =
        severity === 'information' ? 'not every service accepts that' : 'only letters and digits are allowed';
      yield {
        range: sid.range,
        severity,
        message: `Sid "${sid.text}" contains "${char}"; ${reason}.`,
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

/** Undefined where the service is known to accept other characters, or may be any service. */
function severityFor(policyType: PolicyType, statement: Statement): Severity | undefined {
  if (policyType === 'trust') return 'warning';
  if (policyType !== 'resource' && policyType !== 'endpoint') return 'error';
  const isLax = statement.actions.some(
    ({ servicePrefix }) => /[*?]/.test(servicePrefix) || LAX.has(servicePrefix.toLowerCase()),
  );
  return isLax ? undefined : 'information';
}

/**
 * Their documentation shows policies with blanks, hyphens or underscores in a Sid.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutPermission.html
 */
const LAX: ReadonlySet<string> = new Set(['events', 'kms', 'lambda', 's3', 's3express', 'sns', 'sqs']);

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
