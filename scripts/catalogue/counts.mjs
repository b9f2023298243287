/** The sizes by which a loss in a source is noticed. */
export function countFacts({ partitions, managedPolicies, services }) {
  const actions = services.flatMap((service) => service.actions);
  const resourceTypes = services.flatMap((service) => service.resourceTypes);
  const links = actions.flatMap((action) => action.resources);
  const dependents = actions.flatMap((action) => action.dependentActions ?? []);

  return {
    services: services.length,
    servicesWithResourceControlPolicies: services.filter((it) => it.supportsResourceControlPolicies).length,
    actions: actions.length,
    actionsWithDescription: actions.filter(({ description }) => description !== '').length,
    actionsWithDocumentation: actions.filter(({ documentation }) => documentation).length,
    actionsWithResourceTypes: actions.filter(({ resources }) => resources.length > 0).length,
    actionsWithDependents: actions.filter(({ dependentActions = [] }) => dependentActions.length > 0).length,
    actionsWithKnownDependents: actions.filter(({ dependentActions }) => dependentActions).length,
    dependentActions: dependents.length,
    passRoleDependents: dependents.filter((action) => action === 'iam:PassRole').length,
    permissionOnlyActions: actions.filter(({ isPermissionOnly }) => isPermissionOnly).length,
    resourceTypes: resourceTypes.length,
    arnFormats: resourceTypes.flatMap(({ arnFormats }) => arnFormats).length,
    resourceLinks: links.length,
    requiredResourceLinks: links.filter(({ required }) => required).length,
    conditionKeys: services.flatMap(({ conditionKeys }) => conditionKeys).length,
    conditionKeyLinks: [...actions, ...resourceTypes, ...links].flatMap(({ conditionKeys }) => conditionKeys)
      .length,
    managedPolicies: Object.keys(managedPolicies).length,
    partitions: partitions.length,
    regions: partitions.flatMap(({ regions }) => regions).length,
  };
}
