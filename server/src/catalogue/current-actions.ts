import { deprecationOf } from '../iam/deprecated-action.ts';
import type { AccessLevel, Service } from './catalogue.ts';

/** The names of a service's actions on these access levels, without prefix and without what AWS has superseded. */
export function currentActions(service: Service, levels: readonly AccessLevel[]): readonly string[] {
  return service
    .actionNames()
    .filter((_, index) => levels.includes(service.accessLevelAt(index)))
    .filter((name) => !deprecationOf(`${service.prefix}:${name}`));
}
