import { parseArn } from '../../iam/arn.ts';
import { isAccountId } from '../../iam/aws-id.ts';
import { principalCallers } from '../../policy/principal-callers.ts';
import { replaceCondition } from '../../policy/replace-condition.ts';
import type { Statement } from '../../policy/statement.ts';
import { holdsWithoutKey } from '../../reasoning/absent-key.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * When an AWS service calls under its own name there is no user or role behind the request, and so no organization, tag
 * or ARN of one: `aws:PrincipalOrgID` and its like are absent. An ordinary test of them never holds, a negated one
 * always. What tells such calls apart is for whom the service works: `aws:SourceArn`, `aws:SourceAccount` and
 * `aws:SourceOrgID`.
 */
export const keyAbsentInServiceCalls = defineRule({
  id: 'key-absent-in-service-calls',
  scope: 'statement',
  mentions: ['principal'],
  severity: 'error',
  category: 'correctness',
  summary: 'Calls of a service do not carry the condition key',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  equivalents: { accessAnalyzer: ['UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL'] },
  policyTypes: ['resource', 'trust'],
  examples: [
    {
      policyType: 'resource',
      bad: '"Effect": "Allow", "Principal": { "Service": "cloudtrail.amazonaws.com" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
      good: '"Effect": "Allow", "Principal": { "Service": "cloudtrail.amazonaws.com" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*", "Condition": { "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" } }',
    },
  ],

  *check({ statement, catalogue }) {
    if (statement.conditions.length === 0 || principalCallers(statement) !== 'services') return;
    for (const test of conditionTests(statement, catalogue)) {
      const { entry, operator } = test;
      if (!isOfCallers(entry.key.text) || operator?.operator.name === 'Null') continue;
      const holds = holdsWithoutKey(test);
      if (holds === undefined) continue;
      yield {
        range: entry.key.range,
        message: `Services call without "${entry.key.text}", so this test ${holds ? 'always' : 'never'} holds.`,
        ...(holds && { severity: 'warning' as const }),
        fixes: () => repairs(statement, test),
      };
    }
  },
});

/**
 * Keys that come from a user, a role or its account's place in an organization. IAM Roles Anywhere sends what a
 * certificate says in the form of tags.
 *
 * @see https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
 */
function isOfCallers(key: string): boolean {
  if (/^aws:PrincipalTag\/x509(?:Subject|Issuer|SAN)\//i.test(key)) return false;
  return /^aws:(?:PrincipalOrgID|PrincipalOrgPaths|PrincipalArn|PrincipalTag\/.*|username)$/i.test(key);
}

function repairs(statement: Statement, { entry, operator, values }: ConditionTest): readonly Fix[] {
  const organization = /^aws:Principal(OrgID|OrgPaths)$/i.exec(entry.key.text)?.[1];
  if (organization) {
    const key = `aws:Source${/id$/i.test(organization) ? 'OrgID' : 'OrgPaths'}`;
    const edits = replaceCondition(statement, entry, { key });
    return edits ? [{ title: `Change to "${key}"`, keepsAccess: false, isPreferred: true, edits }] : [];
  }
  const accounts = values.flatMap((value) => {
    const account = value.kind === 'string' ? parseArn(value.text)?.account : undefined;
    return account && isAccountId(account) ? [account] : [];
  });
  const [first = '${1:111122223333}', ...others] = [...new Set(accounts)];
  const edits = replaceCondition(statement, entry, {
    operator: operator?.operator.isNegated ? 'StringNotEquals' : 'StringEquals',
    key: 'aws:SourceAccount',
    values: others.length > 0 ? [first, ...others] : first,
  });
  return edits
    ? [{ title: 'Test "aws:SourceAccount" instead', keepsAccess: false, isSnippet: true, edits }]
    : [];
}
