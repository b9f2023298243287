import {
  ACCESS_LEVELS,
  type AccessLevel,
  type ActionInfo,
  type ActionText,
  type ConditionKey,
  type ResourceType,
  type Service,
} from './catalogue.ts';
import {
  type CompiledIndexRow,
  type CompiledService,
  INCOMPLETE_RESOURCE_TYPES,
  RESOURCE_CONTROL_POLICIES,
} from './compiled-format.ts';
import { type DecodedService, decodeService } from './decode-service.ts';

/** One service. Names and levels come from the index row; `readLines` is called when more is asked for. */
export function openService(prefix: string, row: CompiledIndexRow, readLines: () => string): Service {
  const [name, , , joinedNames, levels, usage, flags, pages = [prefix]] = row;
  const actionNames = lazy(() => (joinedNames === '' ? [] : joinedNames.split(' ')));
  const positions = lazy(() => positionsOf(actionNames(), (actionName) => actionName));
  const anyCase = lazy(() => positionsOf(actionNames(), (actionName) => actionName.toLowerCase()));
  const details = lazy<DecodedService>(() => {
    const [first = '', ...rows] = readLines().trimEnd().split('\n');
    const compiled: CompiledService = JSON.parse(first);
    return decodeService({ prefix, actionNames: actionNames(), accessLevelAt, compiled, rows });
  });

  function accessLevelAt(index: number): AccessLevel {
    const level = ACCESS_LEVELS[Number(levels[index])];
    if (!level) throw new RangeError(`${prefix} has no action number ${index}.`);
    return level;
  }

  /** Nearly all names are written as AWS does. */
  const positionOf = (actionName: string): number | undefined =>
    positions().get(actionName) ?? anyCase().get(actionName.toLowerCase());

  return {
    prefix,
    name,
    supportsResourceControlPolicies: (flags & RESOURCE_CONTROL_POLICIES) !== 0,
    documentation: pages.map((page) => `${REFERENCE}list_${page}.html`),
    hasIncompleteResourceTypes: (flags & INCOMPLETE_RESOURCE_TYPES) !== 0,
    actionNames,
    accessLevelAt,
    usageAt: (index) => Number.parseInt(usage[index] ?? '0', 36) / 4,
    positionOf,
    hasAction: (actionName) => positionOf(actionName) !== undefined,
    accessLevel(actionName): AccessLevel | undefined {
      const position = positionOf(actionName);
      return position === undefined ? undefined : accessLevelAt(position);
    },
    action(actionName): ActionInfo | undefined {
      const position = positionOf(actionName);
      return position === undefined ? undefined : details().actionAt(position);
    },
    actionText(actionName): ActionText | undefined {
      const position = positionOf(actionName);
      return position === undefined ? undefined : details().actionTextAt(position);
    },
    resourceTypes: (): readonly ResourceType[] => details().resourceTypes,
    resourceType: (typeName) => details().resourceTypes.find((type) => isSame(type.name, typeName)),
    conditionKeys: (): readonly ConditionKey[] => details().conditionKeys,
  };
}

const REFERENCE = 'https://docs.aws.amazon.com/service-authorization/latest/reference/';

function positionsOf(names: readonly string[], key: (name: string) => string): ReadonlyMap<string, number> {
  return new Map(names.map((name, i) => [key(name), i]));
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function lazy<T>(compute: () => T): () => T {
  let value: { readonly computed: T } | undefined;
  return () => {
    value ??= { computed: compute() };
    return value.computed;
  };
}
