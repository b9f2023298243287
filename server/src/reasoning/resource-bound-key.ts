import { once } from '../base/once.ts';
import type { ActionInfo, ActionResource, Catalogue, ConditionKey } from '../catalogue/catalogue.ts';
import { isConditionKeyNamed } from '../catalogue/condition-key-name.ts';
import { findAction } from '../catalogue/find-action.ts';
import type { ActionString, Statement } from '../policy/statement.ts';
import { type ConditionTest, conditionTests } from './condition-tests.ts';
import { arnMeanings, literalArns } from './literal-arns.ts';
import { isUsableOn, mayLackTypes } from './usable-on.ts';
import { whenAbsent } from './when-absent.ts';

/** A test of a key that some actions send only for resources of types which their statement does not name. */
export interface ResourceBoundKey {
  readonly test: ConditionTest;
  /** At least one; patterns are not looked at. */
  readonly actions: readonly ActionString[];
  /** Names of the types that the key comes with. */
  readonly types: readonly string[];
  readonly whenAbsent: 'true' | 'false';
}

/** In doubt a key comes with a resource: with `*`, for texts that are filled in later, for types that are not known. */
export function resourceBoundKeys(statement: Statement, catalogue: Catalogue): readonly ResourceBoundKey[] {
  if (statement.isBroken || statement.conditions.length === 0 || literalArns(statement).length === 0)
    return [];
  if (statement.element('NotAction') || !statement.effect) return [];
  return conditionTests(statement, catalogue).flatMap((test) => boundKey(test, statement, catalogue) ?? []);
}

function boundKey(
  test: ConditionTest,
  statement: Statement,
  catalogue: Catalogue,
): ResourceBoundKey | undefined {
  const absent = whenAbsent(test);
  const written = test.entry.key.text;
  if (!test.key || OF_ACCESS_POINTS.test(written)) return undefined;
  if (absent !== 'true' && absent !== 'false') return undefined;
  const isNamed = once(({ name }: ConditionKey) => isConditionKeyNamed(name, written));
  const carriers = new Set<string>();
  const actions = statement.actions.filter((action) => {
    const info = action.isPattern ? undefined : findAction(catalogue, action.text);
    const carrying = info ? typesWith(isNamed, info) : [];
    if (!info || carrying.length === 0 || !missesAll(info, carrying, statement, catalogue)) return false;
    for (const { type } of carrying) carriers.add(type.name);
    return true;
  });
  return actions.length > 0 ? { test, actions, types: [...carriers].sort(), whenAbsent: absent } : undefined;
}

/**
 * A request through an access point is also one to the bucket behind it, and brings these to both.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
 */
const OF_ACCESS_POINTS = /^s3:(?:DataAccessPointArn|DataAccessPointAccount|AccessPointNetworkOrigin)$/i;

/** Empty where the action sends the key whatever the resource, or never. */
function typesWith(
  isNamed: (key: ConditionKey) => boolean,
  { conditionKeys, resources }: ActionInfo,
): readonly ActionResource[] {
  if (conditionKeys.some(isNamed)) return [];
  return resources.filter(
    (taken) => taken.conditionKeys.some(isNamed) || taken.type.conditionKeys.some(isNamed),
  );
}

/** The action can be used on some of the resources, but not on one that brings the key. */
function missesAll(
  info: ActionInfo,
  carrying: readonly ActionResource[],
  statement: Statement,
  catalogue: Catalogue,
): boolean {
  const service = catalogue.service(info.servicePrefix);
  if (!service || service.hasIncompleteResourceTypes || mayLackTypes(info)) return false;
  const meanings = arnMeanings(statement, service);
  const usable = meanings.filter((meaning) => isUsableOn(info, meaning));
  return (
    usable.length > 0 && !usable.some((meaning) => isUsableOn({ ...info, resources: carrying }, meaning))
  );
}
