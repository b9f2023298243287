import type { ActionInfo, Catalogue } from '../catalogue/catalogue.ts';
import { arnMeaning, mayLackTypes } from './usable-on.ts';

/**
 * Those of the ARNs of one event that an action was used on; undefined unless they are known to be all. In doubt they are
 * not: a policy that names only them would deny the next call.
 */
export function namedResources(
  action: ActionInfo,
  arns: readonly string[],
  catalogue: Catalogue,
): readonly string[] | undefined {
  const service = catalogue.service(action.servicePrefix);
  if (!service || mayLackTypes(action) || isNamedOtherwise(action, arns)) return undefined;
  const named = arns.flatMap((arn) => {
    const { types } = arnMeaning(arn, service);
    const own = types === 'any' ? [] : action.resources.filter(({ type }) => types.has(type.name));
    return own.length > 0 ? [{ arn, types: own.map(({ type }) => type) }] : [];
  });
  const isComplete = action.resources
    .filter(({ required }) => required)
    .every(({ type }) => named.some(({ types }) => types.includes(type)));
  const isLiteral = named.every(({ arn }) => !/[*?$]/.test(arn));
  return named.length > 0 && isComplete && isLiteral ? named.map(({ arn }) => arn) : undefined;
}

/** Policies name log groups with a suffix, and objects behind an access point by its ARN. */
function isNamedOtherwise({ servicePrefix }: ActionInfo, arns: readonly string[]): boolean {
  return servicePrefix === 'logs' || arns.some((arn) => /:accesspoint[/:]/.test(arn));
}
