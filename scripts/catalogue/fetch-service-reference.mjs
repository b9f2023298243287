import { canonicalKeyName } from './key-name.mjs';

export const SERVICE_REFERENCE = 'https://servicereference.us-east-1.amazonaws.com/';

/**
 * AWS's service reference as plain records, reduced to what the catalogue takes from it: `{ url, date, services }`.
 * All or nothing: one service that cannot be read fails the whole, since half of it would look like a mass removal.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/service-reference.html
 */
export async function fetchServiceReference(baseUrl, today = new Date().toISOString().slice(0, 10)) {
  const list = await fetchJson(baseUrl);
  const services = await mapWithLimit(list, CONNECTIONS, async ({ url }) =>
    // The list names AWS's host; only the path counts, so that a mirror is asked for everything.
    toService(await fetchJson(new URL(new URL(url, baseUrl).pathname, baseUrl))),
  );
  return {
    url: SERVICE_REFERENCE,
    date: today,
    services: services.sort((a, b) => (a.prefix < b.prefix ? -1 : 1)),
  };
}

const CONNECTIONS = 8;
const TIMEOUT_MS = 20_000;

async function fetchJson(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response.json();
}

async function mapWithLimit(items, limit, transform) {
  const results = [];
  const pending = items.entries();
  const worker = async () => {
    for (const [index, item] of pending) results[index] = await transform(item);
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}

function toService({ Name, Actions = [], Resources = [], ConditionKeys = [], Operations = [] }) {
  return {
    prefix: Name.toLowerCase(),
    actions: Actions.map(toAction),
    resourceTypes: Resources.map((resource) => ({
      name: resource.Name,
      arnFormats: resource.ARNFormats ?? [],
      conditionKeys: keyNames(resource.ConditionKeys),
    })),
    conditionKeys: ConditionKeys.map((key) => ({ name: canonicalKeyName(key.Name), type: key.Types[0] })),
    operations: Operations.map(({ Name: name, AuthorizedActions = [] }) => ({
      name,
      actions: AuthorizedActions.map((action) => `${action.Service}:${action.Name}`),
    })),
  };
}

function toAction({ Name, ActionConditionKeys, Annotations, Resources = [] }) {
  return {
    name: Name,
    accessLevel: accessLevelOf(Annotations?.Properties),
    resources: Resources.map((resource) => resource.Name),
    conditionKeys: keyNames(ActionConditionKeys),
  };
}

/** The flags do not exclude each other: the strongest decides, in the order of the Service Authorization Reference. */
function accessLevelOf(properties) {
  if (!properties) return;
  if (properties.IsPermissionManagement) return 'Permissions management';
  if (properties.IsTaggingOnly) return 'Tagging';
  if (properties.IsWrite) return 'Write';
  return properties.IsList ? 'List' : 'Read';
}

function keyNames(names = []) {
  return [...new Set(names.map(canonicalKeyName))];
}
