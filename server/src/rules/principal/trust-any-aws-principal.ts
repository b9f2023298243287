import { shifted } from '../../base/text-range.ts';
import { addConditions } from '../../policy/condition-edit.ts';
import { everyone } from '../../policy/everyone.ts';
import type { Statement } from '../../policy/statement.ts';
import { callersLetIn } from '../../reasoning/let-in.ts';
import { limitCallers } from '../limit-callers.ts';
import { defineRule, type Fix } from '../rule.ts';
import { shiftedFixes } from '../shifted-fixes.ts';
import { whyUnlimited } from '../why-unlimited.ts';

/**
 * A role that trusts `"AWS": "*"` can be assumed from every AWS account in the world. Only a condition that pins the
 * caller closes it: the organization, the account, the principal, or an external id agreed with a partner. What a
 * caller chooses freely, such as the session name, a source identity or a tag of their own role, closes nothing. A
 * condition that fails by a key that anyone can forge, or by a pattern for ids, is reported where it stands.
 */
export const trustAnyAwsPrincipal = defineRule({
  id: 'trust-any-aws-principal',
  scope: 'policy',
  severity: 'warning',
  category: 'security',
  summary: 'Role can be assumed from every AWS account',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  policyTypes: ['trust'],
  examples: [
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole"',
      good: '"Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-exampleorgid" } }',
    },
  ],

  *check({ policy }) {
    for (const { statement, offset } of policy.statements) {
      const principal = statement.effect === 'Allow' && !statement.isBroken && everyone(statement);
      if (!principal) continue;
      const callers = callersLetIn(statement, policy.statements);
      if (callers === 'known') continue;

      yield {
        range: shifted(principal.range, offset),
        message: `"${principal.text}" lets every AWS account assume this role. ${whyUnlimited(statement, callers)}`,
        ...(callers === 'unclear' ? { severity: 'information' as const } : {}),
        fixes: () =>
          shiftedFixes([...limitCallers(statement, principal), ...demandExternalId(statement)], offset),
      };
    }
  },
});

function demandExternalId(statement: Statement): readonly Fix[] {
  const edit = addConditions(statement, 'StringEquals', { 'sts:ExternalId': '${1:external-id}' });
  if (!edit) return [];
  return [{ title: 'Demand an external id', keepsAccess: false, isSnippet: true, edits: [edit] }];
}
