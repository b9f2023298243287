import type {
  AccessLevel,
  ActionInfo,
  ActionResource,
  ActionText,
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
  /** Not remembered: it is asked for one action at a time, when somebody reads it. */
  actionTextAt(index: number): ActionText | undefined;
}

export interface ServiceToDecode {
  readonly prefix: string;
  readonly actionNames: readonly string[];
  readonly compiled: CompiledService;
  /** For each action its `CompiledAction` as JSON. */
  readonly rows: readonly string[];
  accessLevelAt(index: number): AccessLevel;
}

/** Turns the compiled rows of a service into records: types and keys now, actions one by one. */
export function decodeService({
  prefix,
  actionNames,
  accessLevelAt,
  compiled,
  rows,
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

  const resources = new Map<string, ActionResource>();

  /** Many actions of a service take the same resources. */
  function decodeResource(resource: CompiledResource): ActionResource {
    const known = resources.get(String(resource));
    if (known) return known;
    const [code, keySet] = typeof resource === 'number' ? [resource, 0] : resource;
    const decoded: ActionResource = {
      type: at(resourceTypes, code >> 1),
      required: (code & 1) === 1,
      conditionKeys: at(keySets, keySet),
    };
    resources.set(String(resource), decoded);
    return decoded;
  }

  function rowAt(index: number): CompiledAction | undefined {
    const row = rows[index];
    return row === undefined ? undefined : JSON.parse(row);
  }

  function decodeAction(index: number): ActionInfo | undefined {
    const row = rowAt(index);
    if (!row) return undefined;
    const [, taken = [], keySet = 0, dependents = 0, permissionOnly = 0] = row;
    return {
      servicePrefix: prefix,
      name: at(actionNames, index),
      accessLevel: accessLevelAt(index),
      resources: taken.length === 0 ? NONE : taken.map(decodeResource),
      conditionKeys: at(keySets, keySet),
      dependentActions: decodeDependents(dependents, prefix),
      isPermissionOnly: permissionOnly === 2 ? undefined : permissionOnly === 1,
    };
  }

  return {
    resourceTypes,
    conditionKeys,
    actionAt(index) {
      actions[index] ??= decodeAction(index);
      return actions[index];
    },
    actionTextAt(index) {
      const row = rowAt(index);
      if (!row) return undefined;
      const [description, , , , , link = 0] = row;
      return {
        description: lengthen(description, ACTION_BEGINNING),
        documentation: decodeLink(link, at(actionNames, index), compiled.u),
      };
    },
  };
}

/** Most actions have none of something: one empty list for all. */
const NONE: readonly never[] = [];

function keyType(code: number): ConditionKeyType {
  return at(KEY_TYPES, code);
}

function decodeDependents(dependents: 0 | 1 | readonly string[], prefix: string) {
  if (dependents === 1) return;
  if (dependents === 0) return NONE;
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
