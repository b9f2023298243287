import type { ActionInfo, ConditionKey } from './catalogue.ts';

/** The keys a request for the action may carry beside the global ones: its own, then those of its resource types. */
export function actionConditionKeys(action: ActionInfo): readonly ConditionKey[] {
  const byName = new Map<string, ConditionKey>();
  const add = (keys: readonly ConditionKey[]): void => {
    for (const key of keys) if (!byName.has(key.name)) byName.set(key.name, key);
  };
  add(action.conditionKeys);
  for (const { type, conditionKeys } of action.resources) {
    add(conditionKeys);
    add(type.conditionKeys);
  }
  return [...byName.values()];
}
