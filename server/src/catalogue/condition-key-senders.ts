import { once } from '../base/once.ts';
import type { ActionInfo, ConditionKey, ResourceType } from './catalogue.ts';
import { isConditionKeyNamed } from './condition-key-name.ts';

/**
 * Those of the actions whose requests may carry a condition key: because of the action itself, of one of its resource
 * types, or of the pair. Global keys that requests carry whatever the action are not among the keys of any.
 */
export function conditionKeySenders(
  actions: readonly ActionInfo[],
  written: string,
): ReadonlySet<ActionInfo> {
  // Actions of a service share their keys and types.
  const isNamed = once(({ name }: ConditionKey) => isConditionKeyNamed(name, written));
  const carries = once(({ conditionKeys }: ResourceType) => conditionKeys.some(isNamed));
  return new Set(
    actions.filter(
      ({ conditionKeys, resources }) =>
        conditionKeys.some(isNamed) ||
        resources.some((resource) => carries(resource.type) || resource.conditionKeys.some(isNamed)),
    ),
  );
}
