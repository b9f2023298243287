import { POLICY_TYPE_NAMES } from '../../iam/policy-type.ts';
import { principalForm } from '../../iam/principal-form.ts';
import { addConditions } from '../../policy/condition-edit.ts';
import { removeEntry } from '../../policy/list-edit.ts';
import type { Statement } from '../../policy/statement.ts';
import { type Member, strings } from '../../policy/value.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * A policy of users, groups and roles is about whoever it is attached to, and a service control policy about all
 * principals of an account: naming a `Principal` there makes AWS reject the policy. To single out callers, test
 * `aws:PrincipalArn` in the condition.
 *
 * A policy whose type nobody has said is taken for a resource-based policy as soon as it names a principal, so this
 * is reported only where the type comes from a setting, or from the name or home of the policy.
 */
export const unexpectedPrincipal = defineRule({
  id: 'unexpected-principal',
  scope: 'statement',
  severity: 'error',
  category: 'syntax',
  summary: 'Principal in a policy that cannot have one',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  equivalents: {
    accessAnalyzer: ['UNSUPPORTED_PRINCIPAL', 'SCP_SYNTAX_ERROR_PRINCIPAL'],
    cfnLint: ['E3510'],
  },
  policyTypes: ['identity', 'scp', 'boundary', 'session'],
  examples: [
    {
      bad: '"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
      policyType: 'identity',
    },
    {
      bad: '"Effect": "Deny", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Admin" }, "Action": "s3:*", "Resource": "*"',
      good: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/Admin" } }',
      policyType: 'scp',
    },
  ],

  *check({ statement, policyType }) {
    if (statement.principals.length === 0 && statement.isBroken) return;
    for (const entry of statement.members) {
      if (entry.key.text !== 'Principal' && entry.key.text !== 'NotPrincipal') continue;
      yield {
        range: entry.key.range,
        message: `No ${POLICY_TYPE_NAMES[policyType]} can have "${entry.key.text}".`,
        fixes: () => [...toCondition(statement, entry), deletion(statement, entry)],
      };
    }
  },
});

function deletion({ object }: Statement, { key, range }: Member): Fix {
  return { title: `Delete "${key.text}"`, keepsAccess: false, edits: [removeEntry(object, range)] };
}

/** Only where every principal is a role or user of its own: an account has another key, and everyone needs none. */
function toCondition(statement: Statement, { key, range, value }: Member): readonly Fix[] {
  const arns = value?.kind === 'object' && value.members.length === 1 ? strings(value.members[0]?.value) : [];
  const isTyped = value?.kind === 'object' && value.members[0]?.key.text === 'AWS';
  if (!isTyped || arns.length === 0 || !arns.every(({ text }) => isRoleOrUser(text))) return [];

  const texts = arns.map(({ text }) => JSON.stringify(text).slice(1, -1));
  const operator = key.text === 'NotPrincipal' ? 'ArnNotLike' : 'ArnLike';
  const values = texts.length === 1 ? (texts[0] ?? '') : texts;
  const condition = addConditions(statement, operator, { 'aws:PrincipalArn': values });
  if (!condition) return [];
  const edits = [removeEntry(statement.object, range), condition];
  return [
    {
      title: 'Test "aws:PrincipalArn" in the condition instead',
      keepsAccess: false,
      isPreferred: true,
      edits,
    },
  ];
}

function isRoleOrUser(text: string): boolean {
  const name = principalForm('AWS', text)?.name;
  return name === 'a role' || name === 'a user';
}
