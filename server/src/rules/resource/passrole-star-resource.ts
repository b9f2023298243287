import { shifted } from '../../base/text-range.ts';
import type { PlacedStatement } from '../../policy/policy-document.ts';
import type { Statement } from '../../policy/statement.ts';
import {
  type DeniedPassing,
  deniesPassRole,
  passesAnyRole,
  type RolePassing,
} from '../../reasoning/passes-any-role.ts';
import { limitPassRole } from '../limit-pass-role.ts';
import { defineRule } from '../rule.ts';
import { shiftedFixes } from '../shifted-fixes.ts';

/**
 * Whoever may pass every role can start an instance, a function or a job with the role of an administrator and act
 * through it. The action may be named, be matched by a wildcard, or be left over by `NotAction`. Name the roles, by a
 * path or a common beginning, and the services that receive them in `iam:PassedToService`.
 *
 * One step milder where a condition names the services or the use; silent where a Deny of the same policy takes the
 * action back. Every action on every resource is left to `admin-star-star`.
 */
export const passroleStarResource = defineRule({
  id: 'passrole-star-resource',
  scope: 'policy',
  severity: 'warning',
  category: 'security',
  summary: 'Every role can be passed to a service',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  equivalents: {
    accessAnalyzer: [
      'PASS_ROLE_WITH_STAR_IN_RESOURCE',
      'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
      'PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
      'PASS_ROLE_WITH_NOT_RESOURCE',
      'PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
      'PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE',
    ],
  },
  policyTypes: ['identity'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"',
      good: '"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/role-name-with-path", "Condition": { "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } }',
    },
  ],

  *check({ policy, catalogue }) {
    const isInList = policy.statementValue?.kind === 'array';
    let denied: DeniedPassing | undefined;
    for (const { statement, offset } of policy.statements) {
      const passing = statement.isBroken ? undefined : passesAnyRole(statement);
      if (!passing || isAdministrator(statement, passing)) continue;
      denied ??= strongestDeny(policy.statements);
      if (denied === 'all') continue;

      const isMild = passing.isConditional || denied === 'some uses';
      yield {
        range: shifted(passing.resource.range, offset),
        message: messageFor(passing, isMild),
        ...(isMild ? { severity: 'information' as const } : {}),
        fixes: () => shiftedFixes(limitPassRole(statement, passing, catalogue, { isInList }), offset),
      };
    }
  },
});

function isAdministrator({ conditions }: Statement, { action, resource }: RolePassing): boolean {
  return (
    conditions.length === 0 &&
    resource.element === 'Resource' &&
    /^\*+$/.test(resource.text) &&
    /^\*+(?::\*+)?$/.test(action?.text ?? '')
  );
}

function strongestDeny(statements: readonly PlacedStatement[]): DeniedPassing {
  const denies = statements.map(({ statement }) => deniesPassRole(statement));
  if (denies.includes('all')) return 'all';
  return denies.includes('some uses') ? 'some uses' : 'nothing';
}

function messageFor({ action, resource }: RolePassing, isMild: boolean): string {
  const subject =
    resource.element === 'Resource'
      ? `"${resource.text}" passes every role`
      : 'NotResource passes every role but those listed';
  return `${subject}${isMild ? '; only its use is limited' : ' to every service'}. ${consequence(action)}`;
}

function consequence(action: RolePassing['action']): string {
  if (!action) return 'NotAction leaves iam:PassRole open.';
  return action.isPattern
    ? `"${action.text}" includes iam:PassRole.`
    : "An administrator's role is among them.";
}
