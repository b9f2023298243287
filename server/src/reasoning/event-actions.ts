import type { Catalogue } from '../catalogue/catalogue.ts';
import { findAction } from '../catalogue/find-action.ts';
import { actionsForApiName } from '../iam/api-name.ts';
import { EVENT_SOURCE_PREFIXES } from '../iam/cloudtrail-event.ts';
import { servicePrefixForAlias } from '../iam/service-alias.ts';

/**
 * Full names of the actions that authorise the call of a CloudTrail event; empty where that is not known for sure,
 * as for a service or an operation that the catalogue does not have.
 */
export function eventActions(catalogue: Catalogue, source: string, eventName: string): readonly string[] {
  const prefix = prefixOf(catalogue, source);
  if (prefix === undefined) return [];
  for (const name of new Set([eventName, withoutVersion(eventName)])) {
    const action = findAction(catalogue, `${prefix}:${name}`);
    if (action) return [`${action.servicePrefix}:${action.name}`];
    const actions = actionsForApiName(prefix, name).filter((own) => findAction(catalogue, own));
    if (actions.length > 0) return actions;
  }
  return [];
}

/** What stands before `.amazonaws.com`: `s3`, `streams.dynamodb`. */
export function eventSourceLabel(source: string): string {
  return source.toLowerCase().replace(/\.amazonaws\.com(?:\.cn)?$/, '');
}

function prefixOf(catalogue: Catalogue, source: string): string | undefined {
  const label = eventSourceLabel(source);
  const first = label.split('.')[0] ?? '';
  const known = EVENT_SOURCE_PREFIXES.get(label) ?? EVENT_SOURCE_PREFIXES.get(first);
  return [known, first, servicePrefixForAlias(first)].find(
    (prefix) => prefix !== undefined && catalogue.service(prefix) !== undefined,
  );
}

/** `ListFunctions20150331`, `UpdateFunctionCode20150331v2`, `CreateDistribution2020_05_31`. */
function withoutVersion(eventName: string): string {
  return eventName.replace(/_?\d{4}_?\d{2}_?\d{2}(?:v\d+)?$/, '');
}
