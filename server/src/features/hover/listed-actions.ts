import type { ActionInfo, Catalogue, Service } from '../../catalogue/catalogue.ts';
import type { Statement } from '../../policy/statement.ts';
import { allowedActions } from '../../reasoning/allowed-actions.ts';

/** More actions are not looked at one by one for a hover. */
const MAX_ACTIONS = 1000;
const MAX_SERVICES = 8;

/** The known actions that `Action` names or matches; undefined for `NotAction` and where they are too many. */
export function listedActions(statement: Statement, catalogue: Catalogue): readonly ActionInfo[] | undefined {
  if (statement.actions.some(({ element }) => element === 'NotAction')) return;
  const actions = allowedActions(statement, catalogue);
  return actions.size <= MAX_ACTIONS ? actions.infos : undefined;
}

/** The services whose prefixes stand in the actions, the first few of them. */
export function listedServices({ actions }: Statement, catalogue: Catalogue): readonly Service[] {
  const prefixes = new Set(actions.map(({ servicePrefix }) => servicePrefix.toLowerCase()));
  return [...prefixes].slice(0, MAX_SERVICES).flatMap((prefix) => catalogue.service(prefix) ?? []);
}

/**
 * Without the actions of services whose resource types and keys the data lists incompletely: nothing can be denied of
 * them.
 */
export function fullyKnown(actions: readonly ActionInfo[], catalogue: Catalogue): readonly ActionInfo[] {
  return actions.filter(({ servicePrefix }) => !catalogue.service(servicePrefix)?.hasIncompleteResourceTypes);
}
