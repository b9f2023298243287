/** What changed between two models, as lines of text grouped by service; empty when nothing did. */
export function compareModels(before, after) {
  const old = byName(before.services, 'prefix');
  const fresh = byName(after.services, 'prefix');
  const prefixes = [...new Set([...old.keys(), ...fresh.keys()])].sort();

  return prefixes.flatMap((prefix) => {
    const changes = compareServices(old.get(prefix) ?? NOTHING, fresh.get(prefix) ?? NOTHING);
    if (!old.has(prefix)) changes.unshift('new service');
    if (!fresh.has(prefix)) changes.unshift('service removed');
    return changes.length > 0 ? [prefix, ...changes.map((change) => `  ${change}`)] : [];
  });
}

const NOTHING = { actions: [], resourceTypes: [], conditionKeys: [] };

function compareServices(before, after) {
  return [
    ...compareLists('action', before.actions, after.actions, compareActions),
    ...compareLists('resource type', before.resourceTypes, after.resourceTypes, (a, b) =>
      changeOf('ARN formats', a.arnFormats, b.arnFormats),
    ),
    ...compareLists('condition key', before.conditionKeys, after.conditionKeys, (a, b) =>
      changeOf('type', a.type, b.type),
    ),
  ];
}

function compareLists(what, before, after, compareItems) {
  const old = byName(before, 'name');
  const fresh = byName(after, 'name');
  return [
    ...after.filter(({ name }) => !old.has(name)).map(({ name }) => `+ ${what} ${name}`),
    ...before.filter(({ name }) => !fresh.has(name)).map(({ name }) => `- ${what} ${name}`),
    ...after
      .filter(({ name }) => old.has(name))
      .flatMap((item) =>
        compareItems(old.get(item.name), item).map((change) => `~ ${what} ${item.name}: ${change}`),
      ),
  ];
}

function compareActions(before, after) {
  const types = ({ resources }) => resources.map(({ type }) => type);
  return [
    ...changeOf('access level', before.accessLevel, after.accessLevel),
    ...changeOf('resource types', types(before), types(after)),
    ...changeOf('condition keys', before.conditionKeys, after.conditionKeys),
    ...changeOf('dependent actions', before.dependentActions, after.dependentActions),
  ];
}

function changeOf(what, before, after) {
  if (!Array.isArray(before) || !Array.isArray(after)) {
    return String(before) === String(after) ? [] : [`${what} ${before ?? 'unknown'} → ${after ?? 'unknown'}`];
  }
  const added = after.filter((item) => !before.includes(item)).map((item) => `+${item}`);
  const removed = before.filter((item) => !after.includes(item)).map((item) => `-${item}`);
  return added.length + removed.length > 0 ? [`${what} ${[...added, ...removed].join(' ')}`] : [];
}

function byName(items, property) {
  return new Map(items.map((item) => [item[property], item]));
}
