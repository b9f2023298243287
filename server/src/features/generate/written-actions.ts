import { ACCESS_LEVELS, type Catalogue } from '../../catalogue/catalogue.ts';
import { currentActions } from '../../catalogue/current-actions.ts';
import { exactPatterns } from '../../catalogue/exact-patterns.ts';
import { fewestPatterns } from '../../catalogue/fewest-patterns.ts';
import { sensitiveKind } from '../../catalogue/sensitive-kind.ts';
import type { ServiceRequest } from './generate-policy.ts';

/** The actions that a service is asked for: full names, those chosen one by one or all of the access levels. */
export function wantedActions(
  { servicePrefix, accessLevels, actions }: ServiceRequest,
  catalogue: Catalogue,
): readonly string[] {
  const service = catalogue.service(servicePrefix);
  if (!service) return [];
  const levels = accessLevels.length > 0 ? accessLevels : ACCESS_LEVELS;
  const names = actions?.filter((name) => service.hasAction(name)) ?? currentActions(service, levels);
  return names.map((name) => `${service.prefix}:${name}`);
}

/** How a policy says them: names where they were chosen one by one, else the patterns that match nothing else. */
export function writtenActions(
  names: readonly string[],
  { servicePrefix, actions }: ServiceRequest,
  catalogue: Catalogue,
): readonly string[] {
  return actions ? names : inPatterns(names, `${servicePrefix}:*`, catalogue);
}

/** Characters, of the 6,144 that a managed policy may have; two statements may be as long as that. */
const LONG = 3000;

/** Nobody expects a pattern to hand out credentials or to pass roles: these are named. */
function inPatterns(names: readonly string[], within: string, catalogue: Catalogue): readonly string[] {
  const isNamed = (name: string): boolean =>
    name === PASS_ROLE || sensitiveKind(catalogue, name) === 'credentials';
  const others = names.filter((name) => !isNamed(name));
  const patterns = exactPatterns(catalogue, others, within);
  const short = patterns.join().length > LONG ? fewestPatterns(catalogue, others) : patterns;
  return [...short, ...names.filter(isNamed)].sort();
}

/** The action that is checked where a role is handed to a service; which one has to be said for it alone. */
export const PASS_ROLE = 'iam:PassRole';
