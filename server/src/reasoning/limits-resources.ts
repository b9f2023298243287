import { actionConditionKeys } from '../catalogue/action-condition-keys.ts';
import type { ActionInfo } from '../catalogue/catalogue.ts';
import { isConditionKeyNamed } from '../catalogue/condition-key-name.ts';
import { parseConditionOperator } from '../iam/condition-operator.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { oneOrMany } from '../policy/value.ts';
import { valueText } from '../policy/value-text.ts';

/**
 * How far a condition does the work of `Resource`: `fully` where tags choose the resources of all actions, `partly`
 * where it keeps to an account or organization, or tests a key that each of the actions sends.
 */
export type ResourceLimit = 'fully' | 'partly' | 'not';

/**
 * Negated tests limit nothing; that a tag is there, whatever its value, is less than a test of its value. Without
 * actions, where they are too many to look at, only accounts and organizations count.
 */
export function limitsResources(statement: Statement, actions: readonly ActionInfo[]): ResourceLimit {
  const limits = statement.conditions.map((entry) => limitOf(entry, actions));
  if (limits.includes('fully')) return 'fully';
  return limits.includes('partly') ? 'partly' : 'not';
}

function limitOf(entry: ConditionEntry, actions: readonly ActionInfo[]): ResourceLimit {
  const { operator, key } = entry;
  const parsed = parseConditionOperator(operator.text);
  if (!parsed || parsed.operator.isNegated) return 'not';
  const isAboutPresence = parsed.operator.operand === 'Null';
  if (isAboutPresence && !demandsTag(entry)) return 'not';
  if (/^aws:Resource(?:Account|OrgID|OrgPaths)$/i.test(key.text)) return 'partly';
  if (actions.length === 0 || !actions.every((action) => supports(action, key.text))) return 'not';
  const mayBeAbsent = parsed.ifExists || parsed.setOperator === 'ForAllValues';
  return /:ResourceTag\//i.test(key.text) && !mayBeAbsent && !isAboutPresence ? 'fully' : 'partly';
}

/** `Null` with `false` for a tag of the resource or of the request. */
function demandsTag({ key, values }: ConditionEntry): boolean {
  return (
    /:(?:Resource|Request)Tag\//i.test(key.text) &&
    oneOrMany(values).every(
      (value) => (value.kind === 'string' || value.kind === 'scalar') && /^false$/i.test(valueText(value)),
    )
  );
}

function supports(action: ActionInfo, key: string): boolean {
  return actionConditionKeys(action).some(({ name }) => isConditionKeyNamed(name, key));
}
