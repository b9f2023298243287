import { actionConditionKeys } from '../catalogue/action-condition-keys.ts';
import type { ActionInfo } from '../catalogue/catalogue.ts';
import { isConditionKeyNamed } from '../catalogue/condition-key-name.ts';
import { parseConditionOperator } from '../iam/condition-operator.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';

/**
 * How far a condition does the work of `Resource`: `fully` where tags choose the resources of all actions, `partly`
 * where it keeps to an account or organization, or tests a key that each of the actions sends.
 */
export type ResourceLimit = 'fully' | 'partly' | 'not';

/**
 * Negated tests, and those for the presence of a key, limit nothing. Without actions, where they are too many to look
 * at, only accounts and organizations count.
 */
export function limitsResources(statement: Statement, actions: readonly ActionInfo[]): ResourceLimit {
  const limits = statement.conditions.map((entry) => limitOf(entry, actions));
  if (limits.includes('fully')) return 'fully';
  return limits.includes('partly') ? 'partly' : 'not';
}

function limitOf({ operator, key }: ConditionEntry, actions: readonly ActionInfo[]): ResourceLimit {
  const parsed = parseConditionOperator(operator.text);
  if (!parsed || parsed.operator.isNegated || parsed.operator.operand === 'Null') return 'not';
  if (/^aws:Resource(?:Account|OrgID|OrgPaths)$/i.test(key.text)) return 'partly';
  if (actions.length === 0 || !actions.every((action) => supports(action, key.text))) return 'not';
  const mayBeAbsent = parsed.ifExists || parsed.setOperator === 'ForAllValues';
  return /:ResourceTag\//i.test(key.text) && !mayBeAbsent ? 'fully' : 'partly';
}

function supports(action: ActionInfo, key: string): boolean {
  return actionConditionKeys(action).some(({ name }) => isConditionKeyNamed(name, key));
}
