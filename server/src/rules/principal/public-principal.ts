import { shifted } from '../../base/text-range.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { everyone } from '../../policy/everyone.ts';
import type { Statement } from '../../policy/statement.ts';
import { allowedActions } from '../../reasoning/allowed-actions.ts';
import { callersLetIn } from '../../reasoning/let-in.ts';
import { limitCallers } from '../limit-callers.ts';
import { defineRule } from '../rule.ts';
import { shiftedFixes } from '../shifted-fixes.ts';
import { whyUnlimited } from '../why-unlimited.ts';

/**
 * In a resource-based policy `"*"` is everyone: every AWS account and, unless a condition needs signed requests,
 * people without one. Only a condition that pins the caller closes it again: a fixed organization, account, principal,
 * VPC, endpoint, source or address range. Keys about the resource, about TLS, or about what a client says of itself
 * let every caller in, and so do wildcards, negated operators, IfExists and ForAllValues.
 *
 * A Deny of the same policy that covers the statement and spares only known callers counts as well. Where a key of a
 * service may or may not tell callers apart the finding is one step milder. Role trust policies have a rule of
 * their own, `trust-any-aws-principal`; a condition that fails to pin the caller by a key that anyone can forge, or by
 * a pattern for ids, is left to `untrustworthy-key` and `sensitive-key-wildcard`.
 */
export const publicPrincipal = defineRule({
  id: 'public-principal',
  scope: 'policy',
  severity: 'warning',
  category: 'security',
  summary: 'Everyone is let in and no condition limits who calls',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  policyTypes: ['resource'],
  examples: [
    {
      policyType: 'resource',
      bad: '"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
      good: '"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-exampleorgid" } }',
    },
  ],

  *check({ policy, catalogue }) {
    for (const { statement, offset } of policy.statements) {
      const principal = statement.effect === 'Allow' && !statement.isBroken && everyone(statement);
      if (!principal) continue;
      const callers = callersLetIn(statement, policy.statements);
      if (callers === 'known') continue;

      yield {
        range: shifted(principal.range, offset),
        message: `"${principal.text}" lets anyone ${deed(statement, catalogue)}. ${whyUnlimited(statement, callers)}`,
        ...(callers === 'unclear' ? { severity: 'information' as const } : {}),
        fixes: () => shiftedFixes(limitCallers(statement, principal), offset),
      };
    }
  },
});

function deed(statement: Statement, catalogue: Catalogue): string {
  const { byLevel } = allowedActions(statement, catalogue);
  if (byLevel['Permissions management'] > 0) return 'change who has access to the resource';
  if (byLevel.Write + byLevel.Tagging > 0) return 'write to the resource';
  return byLevel.Read + byLevel.List > 0 ? 'read the resource' : 'use the resource';
}
