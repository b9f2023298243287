/**
 * Lays AWS's service reference over the services of iam-data. It has the last word on access levels, resource types,
 * ARN formats and key types; iam-data keeps descriptions, `required` and the keys of action and resource pairs,
 * which the reference lacks. Nothing that only iam-data knows is dropped: a stale name costs less than a false alarm.
 */
export function applyServiceReference(services, serviceReference) {
  if (!serviceReference) return services;
  const known = new Map(services.map((service) => [service.prefix, service]));
  const merged = serviceReference.services.map((reference) =>
    mergeService(known.get(reference.prefix) ?? emptyService(reference.prefix), reference),
  );
  const named = new Set(merged.map(({ prefix }) => prefix));
  return [...merged, ...services.filter(({ prefix }) => !named.has(prefix))];
}

function emptyService(prefix) {
  return {
    prefix,
    name: prefix,
    supportsResourceControlPolicies: false,
    pages: [prefix],
    conditionKeys: [],
    resourceTypes: [],
    actions: [],
  };
}

function mergeService(service, reference) {
  const calls = { dependents: dependentsByAction(reference), actions: calledActions(reference) };
  return {
    ...service,
    hasIncompleteResourceTypes: false,
    conditionKeys: mergeByName(service.conditionKeys, reference.conditionKeys, (key, { name, type }) => ({
      name: key?.name ?? name,
      type,
      description: key?.description ?? '',
    })),
    resourceTypes: mergeByName(service.resourceTypes, reference.resourceTypes, (type, better) => ({
      ...better,
      name: type?.name ?? better.name,
      arnFormats: better.arnFormats.length > 0 ? better.arnFormats : (type?.arnFormats ?? []),
    })),
    actions: mergeByName(service.actions, reference.actions, (action, better) =>
      mergeAction(action, better, service, calls),
    ),
  };
}

/** Union by name without regard to case; `combine` is asked for all that the better list has. */
function mergeByName(list, betterList, combine) {
  const known = new Map(list.map((item) => [item.name.toLowerCase(), item]));
  for (const better of betterList) {
    const id = better.name.toLowerCase();
    known.set(id, combine(known.get(id), better));
  }
  return [...known.values()];
}

function mergeAction(action, better, service, calls) {
  const isCalled = calls.actions.has(`${service.prefix}:${better.name}`.toLowerCase());
  return {
    description: '',
    documentation: undefined,
    ...action,
    name: action?.name ?? better.name,
    accessLevel: better.accessLevel ?? action?.accessLevel,
    resources: better.resources.map((type) => mergeResource(action, type)),
    conditionKeys: mergeKeys(action, better, service),
    dependentActions: action?.dependentActions ?? calls.dependents.get(better.name.toLowerCase()),
    isPermissionOnly: action?.isPermissionOnly ?? (isCalled ? false : undefined),
  };
}

function mergeResource(action, type) {
  const known = action?.resources.find((resource) => resource.type.toLowerCase() === type.toLowerCase());
  return known ?? { type, required: false, conditionKeys: [] };
}

/** The reference does not tell keys of a pair or a type from those of the action, so it only adds unheard-of ones. */
function mergeKeys(action, better, service) {
  const own = action?.conditionKeys ?? [];
  const types = new Set(action?.resources.map(({ type }) => type.toLowerCase()));
  const heard = [
    ...own,
    ...(action?.resources ?? []).flatMap(({ conditionKeys }) => conditionKeys),
    ...service.resourceTypes.flatMap(({ name, conditionKeys }) =>
      types.has(name.toLowerCase()) ? conditionKeys : [],
    ),
  ].map((key) => key.toLowerCase());
  return [...own, ...better.conditionKeys.filter((key) => !heard.includes(key.toLowerCase()))];
}

/** What an operation needs besides the action of its own name: the dependent actions of that action. */
function dependentsByAction({ prefix, operations }) {
  const dependents = new Map();
  for (const { name, actions } of operations) {
    const others = actions.filter((action) => action.toLowerCase() !== `${prefix}:${name}`.toLowerCase());
    if (others.length < actions.length) dependents.set(name.toLowerCase(), [...new Set(others)]);
  }
  return dependents;
}

/** What some operation calls is certainly not permission-only. */
function calledActions({ operations }) {
  return new Set(operations.flatMap(({ actions }) => actions.map((action) => action.toLowerCase())));
}
