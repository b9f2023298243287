import { GLOBAL_CONDITION_KEYS } from '../iam/global-condition-key.ts';
import type { Catalogue, ConditionKey, ManagedPolicy, Partition, Service } from './catalogue.ts';
import { type CompiledIndex, type CompiledPolicies, FORMAT, MAGIC } from './compiled-format.ts';
import { openService } from './open-service.ts';

/**
 * The catalogue over `server/data/catalogue.dat`, its bytes or its text. Reads the index now and each service when it
 * is first asked for. Uses web-standard APIs only; keeps the text, not the bytes.
 *
 * Throws when the file is no catalogue or of another format.
 */
export function openCatalogue(file: Uint8Array | string): Catalogue {
  const text = typeof file === 'string' ? file : new TextDecoder().decode(file);
  const { index, start } = readIndex(text);
  const prefixes = Object.keys(index.services);
  const services = new Map<string, Service>();
  const partitions = index.partitions.map(toPartition);
  const conditionUsage = new Map(Object.entries(index.conditionUsage));
  const namespaces = new Set([...index.namespaces, ...prefixes]);

  const service = (servicePrefix: string): Service | undefined => {
    const spelled = services.get(servicePrefix);
    if (spelled) return spelled;
    const prefix = servicePrefix.toLowerCase();
    const known = services.get(prefix);
    if (known) return known;
    if (!Object.hasOwn(index.services, prefix)) return;
    const row = index.services[prefix];
    if (!row) return;

    const [, offset, length] = row;
    const opened = openService(prefix, row, () => text.slice(start + offset, start + offset + length));
    services.set(prefix, opened);
    return opened;
  };

  let policies: ReadonlyMap<string, ManagedPolicy> | undefined;
  const managedPolicies = (): ReadonlyMap<string, ManagedPolicy> => {
    policies ??= toPolicies(JSON.parse(text.slice(-index.managedPoliciesLength)));
    return policies;
  };

  return {
    stamp: index.stamp,
    partitions,
    servicePrefixes: () => prefixes,
    service,
    isArnNamespace: (namespace) => namespaces.has(namespace),
    arnNamespaces: () => [...namespaces].sort(),
    globalConditionKey,
    globalConditionKeys: () => GLOBAL_CONDITION_KEYS,
    conditionUsage: (name) => conditionUsage.get(name.toLowerCase()) ?? 0,
    managedPolicy: (name) => managedPolicies().get(name),
    managedPolicies: () => [...managedPolicies().values()],
    partition: (id) => partitions.find((partition) => partition.id === id),
  };
}

function readIndex(text: string): { index: CompiledIndex; start: number } {
  const headerEnd = text.slice(0, 64).indexOf('\n');
  const [magic, format, length] = text.slice(0, Math.max(headerEnd, 0)).split(' ');
  if (magic !== MAGIC) throw new Error(`The catalogue is missing or damaged. ${REMEDY}`);
  if (format !== String(FORMAT)) {
    throw new Error(`The catalogue has format ${format}, but this version reads ${FORMAT}. ${REMEDY}`);
  }
  const start = headerEnd + 1 + Number(length);
  const index = parseIndex(text.slice(headerEnd + 1, start));
  const services = Object.values(index.services).reduce((sum, [, , size]) => sum + size, 0);
  const end = start + services + index.managedPoliciesLength;
  if (end !== text.length) throw new Error(`The catalogue is incomplete. ${REMEDY}`);
  return { index, start };
}

function parseIndex(text: string): CompiledIndex {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`The catalogue is damaged. ${REMEDY}`, { cause: error });
  }
}

const REMEDY = 'Reinstall, or run "npm run generate" in a clone.';

function toPartition({ regions, ...partition }: CompiledIndex['partitions'][number]): Partition {
  return { ...partition, regions: Object.entries(regions).map(([id, name]) => ({ id, name })) };
}

/** Policies are told apart by their names alone: no two differ only in the path. */
function toPolicies(compiled: CompiledPolicies): ReadonlyMap<string, ManagedPolicy> {
  return new Map(
    Object.entries(compiled).map(([path, description]) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return [name, { name, path, description }] as const;
    }),
  );
}

/** Tag keys are found by what comes before the slash. */
function globalConditionKey(name: string): ConditionKey | undefined {
  const slash = name.indexOf('/');
  if (slash === name.length - 1) return;
  return GLOBAL_KEYS.get((slash < 0 ? name : name.slice(0, slash + 1)).toLowerCase());
}

const GLOBAL_KEYS: ReadonlyMap<string, ConditionKey> = new Map(
  GLOBAL_CONDITION_KEYS.map((key) => [key.name.replace('${TagKey}', '').toLowerCase(), key]),
);
