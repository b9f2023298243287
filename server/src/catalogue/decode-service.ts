import type {
  AccessLevel,
  ActionInfo,
  ActionResource,
  ConditionKey,
  ConditionKeyType,
  ResourceType,
} from './catalogue.ts';
import {
  ACTION_BEGINNING,
  ARN_BEGINNING,
  type CompiledAction,
  type CompiledResource,
  type CompiledService,
  DOCUMENTATION,
  KEY_BEGINNING,
  KEY_TYPES,
} from './compiled-format.ts';

export interface DecodedService {
  readonly resourceTypes: readonly ResourceType[];
  readonly conditionKeys: readonly ConditionKey[];
  /** Decodes one action, once. */
  actionAt(index: number): ActionInfo | undefined;
}

export interface ServiceToDecode {
  readonly prefix: string;
  readonly actionNames: readonly string[];
  readonly compiled: CompiledService;
  accessLevelAt(index: number): AccessLevel;
}

/** Turns the compiled rows of a service into records: types and keys now, actions one by one. */
export function decodeService({
  prefix,
  actionNames,
  accessLevelAt,
  compiled,
}: ServiceToDecode): DecodedService {
  const conditionKeys = compiled.c.map(([name, type, description]) => ({
    name,
    type: keyType(type),
    description: lengthen(description, KEY_BEGINNING),
  }));
  const keySets = compiled.s.map((set) => set.map((i) => at(conditionKeys, i)));
  const resourceTypes = compiled.r.map(([name, formats, keySet = 0]) => ({
    name,
    arnFormats: [formats].flat().map((format) => lengthen(format, ARN_BEGINNING)),
    conditionKeys: at(keySets, keySet),
  }));
  const actions: (ActionInfo | undefined)[] = [];

  function decodeResource(resource: CompiledResource): ActionResource {
    const [code, keySet] = typeof resource === 'number' ? [resource, 0] : resource;
    return {
      type: at(resourceTypes, code >> 1),
      required: (code & 1) === 1,
      conditionKeys: at(keySets, keySet),
    };
  }

  function decodeAction(index: number, row: CompiledAction): ActionInfo {
    const [description, resources = [], keySet = 0, dependents = 0, permissionOnly = 0, link = 0] = row;
    const name = at(actionNames, index);
    return {
      servicePrefix: prefix,
      name,
      accessLevel: accessLevelAt(index),
      description: lengthen(description, ACTION_BEGINNING),
      resources: resources.map(decodeResource),
      conditionKeys: at(keySets, keySet),
      dependentActions: decodeDependents(dependents, prefix),
      isPermissionOnly: permissionOnly === 2 ? undefined : permissionOnly === 1,
      documentation: decodeLink(link, name, compiled.u),
    };
  }

  return {
    resourceTypes,
    conditionKeys,
    actionAt(index) {
      const row = compiled.a[index];
      if (!row) return;
      actions[index] ??= decodeAction(index, row);
      return actions[index];
    },
  };
}

function keyType(code: number): ConditionKeyType {
  return at(KEY_TYPES, code);
}

function decodeDependents(dependents: 0 | 1 | readonly string[], prefix: string) {
  if (dependents === 1) return;
  if (dependents === 0) return [];
  return dependents.map((name) => (name.startsWith(':') ? prefix + name : name));
}

function decodeLink(link: number | string, name: string, templates: readonly string[]): string | undefined {
  if (link === 0) return;
  const short = typeof link === 'string' ? link : at(templates, link - 1).replaceAll('*', name);
  return lengthen(short, DOCUMENTATION);
}

function lengthen(text: string, beginning: string): string {
  return text.startsWith('~') ? beginning + text.slice(1) : text;
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error('The catalogue is damaged. Run "npm run generate".');
  return item;
}
