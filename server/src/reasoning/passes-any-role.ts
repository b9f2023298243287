import { memoized } from '../base/memo.ts';
import { parseArn } from '../iam/arn.ts';
import { parseConditionOperator } from '../iam/condition-operator.ts';
import { matchesWildcard } from '../iam/wildcard.ts';
import type { ActionString, ConditionEntry, ResourceString, Statement } from '../policy/statement.ts';
import { strings } from '../policy/value.ts';

/** How an Allow comes to pass every role of some account. */
export interface RolePassing {
  /** The action that matches `iam:PassRole`; undefined if `NotAction` leaves it over. */
  readonly action: ActionString | undefined;
  /** The string that covers all roles, or one of the `NotResource` that covers too few. */
  readonly resource: ResourceString;
  /** A condition names the services that receive roles, or the resources they are meant for. */
  readonly isConditional: boolean;
}

/**
 * Undefined unless the statement allows `iam:PassRole` on all roles of some account. A path or the beginning of a
 * name chooses among the roles, and so do `NotResource` patterns that cover every role.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export const passesAnyRole = memoized((statement: Statement): RolePassing | undefined => {
  if (statement.effect !== 'Allow' || !matchesPassRole(statement)) return undefined;
  const resource = allRoles(statement);
  if (!resource) return undefined;
  const action = statement.actions.find(({ element, text }) => element === 'Action' && isPassRole(text));
  return { action, resource, isConditional: statement.conditions.some(limitsUse) };
});

export type DeniedPassing = 'all' | 'some uses' | 'nothing';

/** Whether a Deny without conditions, or only on the use of the role, takes back what such an Allow gives. */
export const deniesPassRole = memoized((statement: Statement): DeniedPassing => {
  if (statement.effect !== 'Deny' || !matchesPassRole(statement)) return 'nothing';
  if (!statement.resources.some(({ element, text }) => element === 'Resource' && /^\*+$/.test(text))) {
    return 'nothing';
  }
  if (statement.conditions.length === 0) return 'all';
  return statement.conditions.every(({ key, operator }) => isUseKey(key.text) && isNegated(operator.text))
    ? 'some uses'
    : 'nothing';
});

function matchesPassRole({ actions }: Statement): boolean {
  const isNamed = actions.some(({ text }) => isPassRole(text));
  return actions.some(({ element }) => element === 'NotAction') ? !isNamed : isNamed;
}

const isPassRole = (pattern: string): boolean => matchesWildcard(pattern.toLowerCase(), 'iam:passrole');

function allRoles({ resources }: Statement): ResourceString | undefined {
  const isExcluding = resources.some(({ element }) => element === 'NotResource');
  const covering = resources.find(({ text }) => coversAllRoles(text));
  if (isExcluding) return covering ? undefined : resources[0];
  return covering;
}

/** No name has this character, so only a `*` can match it, which then matches every name. */
const ANY_NAME = '\u0001';

function coversAllRoles(text: string): boolean {
  const { partition = 'aws', account = ANY_NAME } = parseArn(text) ?? {};
  return matchesWildcard(text, `arn:${partition}:iam::${account}:role/${ANY_NAME}`);
}

function limitsUse({ operator, key, values }: ConditionEntry): boolean {
  const parsed = parseConditionOperator(operator.text);
  if (!parsed || parsed.operator.isNegated || parsed.operator.operand === 'Null') return false;
  return isUseKey(key.text) && !strings(values).some(({ text }) => /^\*+$/.test(text));
}

const isUseKey = (key: string): boolean => /^iam:(?:PassedToService|AssociatedResourceArn)$/i.test(key);

const isNegated = (operator: string): boolean =>
  parseConditionOperator(operator)?.operator.isNegated ?? false;
