import { everyone } from '../../policy/everyone.ts';
import { starResource } from '../../policy/star-resource.ts';
import type { ActionString, Statement } from '../../policy/statement.ts';
import { defineRule } from '../rule.ts';

/**
 * Every action on every resource without a condition is what `AdministratorAccess` says: whoever holds the policy can
 * do anything, grant it to others and close the door behind them. In a resource-based policy it is every action that
 * the resource has. As a permissions boundary it grants nothing and limits nothing.
 *
 * In service control policies, session policies and endpoint policies the same text is the usual ceiling and is not
 * reported; a resource that is open to everyone is left to `public-principal`.
 */
export const adminStarStar = defineRule({
  id: 'admin-star-star',
  scope: 'statement',
  effect: 'Allow',
  mentions: ['*'],
  severity: 'warning',
  category: 'security',
  summary: 'Every action on every resource',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  policyTypes: ['identity', 'resource', 'boundary'],
  supersedes: ['service-star', 'resource-star'],
  noFix:
    'Only the work to be done tells which actions are needed; IAM Access Analyzer can list those in use.',
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "*", "Resource": "*"',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
    },
  ],

  *check({ statement, policyType }) {
    const action = statement.actions.find(isEveryAction);
    if (!action || statement.isBroken || isConditional(statement)) return;
    if (!starResource(statement) || everyone(statement)) return;

    if (policyType === 'boundary') {
      const message = `"${action.text}" on every resource limits nothing; as a boundary it has no effect.`;
      yield { range: action.range, message, severity: 'information' };
      return;
    }
    const message =
      policyType === 'resource'
        ? `"${action.text}" allows every action of the resource, and those that AWS adds later.`
        : `"${action.text}" on every resource makes an administrator of whoever has this policy.`;
    yield { range: action.range, message };
  },
});

const isEveryAction = ({ element, text }: ActionString): boolean =>
  element === 'Action' && /^\*+(?::\*+)?$/.test(text);

function isConditional(statement: Statement): boolean {
  const condition = statement.element('Condition')?.value;
  return condition !== undefined && !(condition.kind === 'object' && condition.members.length === 0);
}
