import { CROSS_ACCOUNT_ACTIONS, type CrossAccountActions } from '../../iam/cross-account-action.ts';
import { matchesWildcard } from '../../iam/wildcard.ts';
import { arnPartRange, resourceArns } from '../../policy/resource-arn.ts';
import type { ActionString, Statement } from '../../policy/statement.ts';
import { limitsResources } from '../../reasoning/limits-resources.ts';
import { fillArnPart } from '../fill-arn-part.ts';
import { keepToAccount } from '../keep-to-account.ts';
import { defineRule } from '../rule.ts';

/**
 * With a wildcard for the account an Allow also reaches the roles, keys and queues of strangers: whoever owns one only
 * has to open it to you. Data can leave that way, and what comes from there cannot be trusted. Name the account, or
 * test `aws:ResourceAccount` or `aws:ResourceOrgID` in a condition.
 *
 * Only actions that work across accounts count. One step milder for data than for roles and keys, and where there is a
 * condition of another kind. A resource-based policy reaches only its own resource and is not reported.
 */
export const arnWildcardAccount = defineRule({
  id: 'arn-wildcard-account',
  scope: 'statement',
  effect: 'Allow',
  mentions: ['*', '?'],
  severity: 'warning',
  category: 'security',
  summary: 'Resources of every account are allowed',
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html',
  policyTypes: ['identity'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::*:role/deployment"',
      good: '"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::111122223333:role/deployment"',
    },
  ],

  *check({ statement }) {
    for (const { resource, arn } of resourceArns(statement)) {
      if (!/[*?]/.test(arn.account) || resource.element !== 'Resource') continue;
      const reached = CROSS_ACCOUNT_ACTIONS.find(
        (one) => one.service === arn.service && allows(statement, one),
      );
      const isConditional = statement.conditions.length > 0;
      if (!reached || (isConditional && (!reached.isPowerful || limitsResources(statement, []) !== 'not')))
        continue;

      yield {
        range: arnPartRange(resource, 'account'),
        severity: reached.isPowerful && !isConditional ? 'warning' : 'information',
        message: `"${arn.account}" includes accounts of others, and ${reached.kind} that they open to you.`,
        fixes: () => [fillArnPart(resource, 'account', '111122223333'), ...keepToAccount(statement)],
      };
    }
  },
});

function allows({ actions }: Statement, reached: CrossAccountActions): boolean {
  return actions.some((action) => action.element === 'Action' && isOneOf(action, reached));
}

function isOneOf({ text }: ActionString, { servicePrefix, names }: CrossAccountActions): boolean {
  const pattern = text.toLowerCase();
  return names.some((name) => matchesWildcard(pattern, `${servicePrefix}:${name}`.toLowerCase()));
}
