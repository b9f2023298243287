import type { Catalogue, ConditionKey } from './catalogue.ts';
import { isConditionKeyNamed } from './condition-key-name.ts';

/**
 * A condition key as written, tag key included: a global one, one of the service of its prefix, or one of an
 * identity provider, all of which are those of AWS STS. Undefined for an unknown key.
 */
export function findConditionKey(written: string, catalogue: Catalogue): ConditionKey | undefined {
  const prefix = written.slice(0, Math.max(0, written.indexOf(':')));
  const services = [prefix, 'sts'].flatMap((name) => catalogue.service(name) ?? []);
  return (
    catalogue.globalConditionKey(written) ??
    services
      .flatMap((service) => service.conditionKeys())
      .find(({ name }) => isConditionKeyNamed(name, written))
  );
}
