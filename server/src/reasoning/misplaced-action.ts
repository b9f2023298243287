import type { Catalogue, Service } from '../catalogue/catalogue.ts';
import { isExactService } from '../iam/exact-service.ts';
import type { PolicyType } from '../iam/policy-type.ts';
import { ASSUME_ROLE_ACTIONS } from '../iam/trust-action.ts';
import { wildcardMatcher } from '../iam/wildcard.ts';
import { everyone } from '../policy/everyone.ts';
import type { ActionString, Statement } from '../policy/statement.ts';
import { isForeignAction } from './foreign-action.ts';
import { statementFit } from './statement-fit.ts';
import { arnNamespacesOf } from './usable-on.ts';

/** Actions that the policy of a resource cannot be about, and what it is about. */
export interface MisplacedActions {
  readonly actions: readonly ActionString[];
  /** Where they have no place: `a role trust policy`, `a policy of s3`. */
  readonly where: string;
}

/**
 * In a trust policy all that assumes no role; in the policy of another resource actions of other services than those of
 * its ARNs, or of the statement's other actions, and actions that take no resource. Undefined where all is well.
 */
export function misplacedActions(
  statement: Statement,
  policyType: PolicyType,
  catalogue: Catalogue,
): MisplacedActions | undefined {
  if (statement.isBroken || statement.principals.length === 0 || statement.element('NotAction'))
    return undefined;
  const found =
    policyType === 'trust' ? inTrust(statement, catalogue) : ofOtherServices(statement, catalogue);
  return found && found.actions.length > 0 ? found : undefined;
}

/** Patterns over all of STS, or over everything, are left to another rule; so are names that do not exist. */
function inTrust({ actions }: Statement, catalogue: Catalogue): MisplacedActions {
  const misplaced = actions.filter(({ text, name, servicePrefix, isPattern }) => {
    const service = catalogue.service(servicePrefix);
    const matches = wildcardMatcher(text.toLowerCase());
    if (!service || ASSUME_ROLE_ACTIONS.some((action) => matches(action.toLowerCase()))) return false;
    return isPattern || service.hasAction(name ?? '');
  });
  return { actions: misplaced, where: 'a role trust policy' };
}

function ofOtherServices(statement: Statement, catalogue: Catalogue): MisplacedActions | undefined {
  const { actions, resources } = statement;
  const named = [...new Set(resources.map(({ text }) => /^arn:[^:]*:([a-z\d-]+):/.exec(text)?.[1] ?? ''))];
  if (!named.every((namespace) => namespace === '' || catalogue.isArnNamespace(namespace))) return undefined;
  if (resources.length > 0 && !named.includes('')) {
    const foreign = actions.filter((action) => isForeignAction(action, resources, catalogue));
    const unlimited = statementFit(statement, catalogue).starOnly.filter(
      ({ action, infos }) =>
        !foreign.includes(action) && infos.every(({ servicePrefix }) => isExactService(servicePrefix)),
    );
    return {
      actions: [...foreign, ...unlimited.map(({ action }) => action)],
      where: `a policy of ${named.join(' and ')}`,
    };
  }
  // Policies of endpoints and organizations look alike, are about many services, and speak to everyone.
  const isOfAll = resources.every(({ text }) => /^\*+$/.test(text));
  return isOfAll && !everyone(statement) ? ofMinority(actions, catalogue) : undefined;
}

/** No resource has actions of two services, but for services that share their ARNs. */
function ofMinority(actions: readonly ActionString[], catalogue: Catalogue): MisplacedActions | undefined {
  const services = actions.map(({ servicePrefix }) => catalogue.service(servicePrefix));
  const counts = new Map<Service, number>();
  for (const service of services) if (service) counts.set(service, (counts.get(service) ?? 0) + 1);
  if (counts.size < 2 || services.includes(undefined)) return undefined;
  const [[main, most] = [], [, second = 0] = []] = [...counts].sort(([, a], [, b]) => b - a);
  if (!main || most === second) return undefined;
  const others = actions.filter((_, index) => !isRelated(services[index] ?? main, main));
  return { actions: others, where: `a policy of ${main.prefix}` };
}

function isRelated(a: Service, b: Service): boolean {
  return [...arnNamespacesOf(a)].some((namespace) => arnNamespacesOf(b).has(namespace));
}
