import type {
  AccessLevel,
  ActionInfo,
  Catalogue,
  ConditionKey,
  ConditionKeyType,
  ManagedPolicy,
  Partition,
  ResourceType,
  Service,
} from '../../server/src/catalogue/catalogue.ts';
import { GLOBAL_CONDITION_KEYS } from '../../server/src/iam/global-condition-key.ts';

/** A service as a test writes it. */
export interface ServiceSketch {
  readonly prefix: string;
  readonly name: string;
  readonly supportsResourceControlPolicies?: boolean;
  readonly hasIncompleteResourceTypes?: boolean;
  readonly conditionKeys?: Readonly<Record<string, ConditionKeyType>>;
  readonly resourceTypes?: Readonly<Record<string, ResourceTypeSketch>>;
  readonly actions: Readonly<Record<string, ActionSketch>>;
}

/** One or more ARN formats, then the keys of the type. */
export type ResourceTypeSketch = readonly [
  arnFormats: string | readonly string[],
  ...conditionKeys: string[],
];

export interface ActionSketch {
  readonly accessLevel: AccessLevel;
  readonly description: string;
  /** Names of resource types; `!` behind a name means required. */
  readonly resources?: readonly string[];
  readonly conditionKeys?: readonly string[];
  readonly dependentActions?: readonly string[];
  readonly isPermissionOnly?: boolean;
  readonly usage?: number;
}

const MANAGED_POLICIES: readonly ManagedPolicy[] = [
  {
    name: 'AWSLambdaBasicExecutionRole',
    path: 'service-role/AWSLambdaBasicExecutionRole',
    description: 'Provides write permissions to CloudWatch Logs.',
  },
  { name: 'ReadOnlyAccess', path: 'ReadOnlyAccess', description: 'Provides read-only access.' },
];

/** A catalogue of a few services in plain objects, with the real global condition keys. */
export function buildCatalogue(
  sketches: readonly ServiceSketch[],
  partitions: readonly Partition[],
): Catalogue {
  const services = new Map(
    sketches
      .map(buildService)
      .sort((a, b) => (a.prefix < b.prefix ? -1 : 1))
      .map((service) => [service.prefix, service]),
  );
  const namespaces = [
    ...new Set([...services.keys(), ...[...services.values()].flatMap(arnNamespaces)]),
  ].sort();

  return {
    stamp: { date: '2026-01-31', dependentsDate: '2025-12-31', sources: ['written by hand 1.0.0'] },
    partitions,
    servicePrefixes: () => [...services.keys()],
    service: (servicePrefix) => services.get(servicePrefix.toLowerCase()),
    isArnNamespace: (namespace) => namespaces.includes(namespace),
    arnNamespaces: () => namespaces,
    globalConditionKey,
    globalConditionKeys: () => GLOBAL_CONDITION_KEYS,
    conditionUsage: () => 0,
    managedPolicy: (name) => MANAGED_POLICIES.find((policy) => policy.name === name),
    managedPolicies: () => MANAGED_POLICIES,
    partition: (id) => partitions.find((partition) => partition.id === id),
  };
}

function arnNamespaces(service: Service): string[] {
  return service
    .resourceTypes()
    .flatMap(({ arnFormats }) => arnFormats)
    .map((format) => format.split(':')[2] ?? '');
}

function globalConditionKey(name: string): ConditionKey | undefined {
  const [stem = '', tagKey] = name.toLowerCase().split('/');
  return GLOBAL_CONDITION_KEYS.find((key) => {
    const [knownStem = '', placeholder] = key.name.toLowerCase().split('/');
    return knownStem === stem && (placeholder === undefined) === !tagKey;
  });
}

function buildService(sketch: ServiceSketch): Service {
  const { prefix, name } = sketch;
  const conditionKeys = Object.entries(sketch.conditionKeys ?? {}).map(([keyName, type]) => ({
    name: keyName,
    type,
    description: `Filters access by ${keyName.slice(keyName.indexOf(':') + 1)}`,
  }));
  const keysNamed = (names: readonly string[] = []): readonly ConditionKey[] =>
    names.map((wanted) => mustFind(conditionKeys, wanted, prefix));
  const resourceTypes = Object.entries(sketch.resourceTypes ?? {}).map(
    ([typeName, [arnFormats, ...keyNames]]): ResourceType => ({
      name: typeName,
      arnFormats: [arnFormats].flat(),
      conditionKeys: keysNamed(keyNames),
    }),
  );
  const actions = Object.entries(sketch.actions)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([actionName, action]): ActionInfo => ({
        servicePrefix: prefix,
        name: actionName,
        accessLevel: action.accessLevel,
        resources: (action.resources ?? []).map((written) => ({
          type: mustFind(resourceTypes, written.replace('!', ''), prefix),
          required: written.endsWith('!'),
          conditionKeys: [],
        })),
        conditionKeys: keysNamed(action.conditionKeys),
        dependentActions: action.dependentActions ?? [],
        isPermissionOnly: action.isPermissionOnly ?? false,
      }),
    );
  const find = (actionName: string): ActionInfo | undefined =>
    actions.find((action) => action.name.toLowerCase() === actionName.toLowerCase());

  return {
    prefix,
    name,
    supportsResourceControlPolicies: sketch.supportsResourceControlPolicies ?? false,
    documentation: [`https://docs.aws.amazon.com/service-authorization/latest/reference/list_${prefix}.html`],
    hasIncompleteResourceTypes: sketch.hasIncompleteResourceTypes ?? false,
    actionNames: () => actions.map((action) => action.name),
    usageAt: (index) => sketch.actions[actions[index]?.name ?? '']?.usage ?? 0,
    accessLevelAt: (index) => {
      const action = actions[index];
      if (!action) throw new RangeError(`${prefix} has no action number ${index}.`);
      return action.accessLevel;
    },
    positionOf(actionName) {
      const action = find(actionName);
      return action && actions.indexOf(action);
    },
    hasAction: (actionName) => find(actionName) !== undefined,
    accessLevel: (actionName) => find(actionName)?.accessLevel,
    action: find,
    actionText(actionName) {
      const name = find(actionName)?.name;
      if (name === undefined) return undefined;
      return {
        description: sketch.actions[name]?.description ?? '',
        documentation: `https://docs.aws.amazon.com/${prefix}/latest/APIReference/API_${name}.html`,
      };
    },
    resourceTypes: () => resourceTypes,
    resourceType: (typeName) =>
      resourceTypes.find((type) => type.name.toLowerCase() === typeName.toLowerCase()),
    conditionKeys: () => conditionKeys,
  };
}

function mustFind<T extends { readonly name: string }>(list: readonly T[], name: string, prefix: string): T {
  const found = list.find((item) => item.name === name);
  if (!found) throw new Error(`The sketch of ${prefix} names "${name}", which it does not define.`);
  return found;
}
