/** Raise together with FORMAT in server/src/catalogue/compiled-format.ts, which describes every field. */
const FORMAT = 4;

export const ACCESS_LEVELS = ['List', 'Read', 'Write', 'Tagging', 'Permissions management'];

export const KEY_TYPES = [
  'String',
  'ARN',
  'Bool',
  'Numeric',
  'Date',
  'IPAddress',
  'Binary',
  'ArrayOfString',
  'ArrayOfARN',
  'ArrayOfBool',
];

/** The model as one ASCII file: a header line, an index line, for each service one and those of its actions, one of managed policies. */
export function encodeModel(model) {
  const parts = model.services.map((service) =>
    encodeService(service)
      .map((line) => `${toAscii(line)}\n`)
      .join(''),
  );
  const policies = `${toAscii(model.managedPolicies)}\n`;
  const index = `${toAscii(encodeIndex(model, parts, policies.length))}\n`;
  const text = `leastwise-catalogue ${FORMAT} ${index.length}\n${index}${parts.join('')}${policies}`;
  return Buffer.from(text, 'latin1');
}

function encodeIndex({ stamp, partitions, conditionUsage, services }, parts, managedPoliciesLength) {
  const rows = {};
  let offset = 0;
  services.forEach((service, i) => {
    rows[service.prefix] = encodeIndexRow(service, offset, parts[i].length);
    offset += parts[i].length;
  });
  return {
    stamp,
    partitions: partitions.map(({ regions, ...partition }) => ({
      ...partition,
      regions: Object.fromEntries(regions.map(({ id, name }) => [id, name])),
    })),
    namespaces: foreignNamespaces(services),
    conditionUsage,
    managedPoliciesLength,
    services: rows,
  };
}

function encodeIndexRow(service, offset, length) {
  const { prefix, name, actions, pages } = service;
  const row = [
    name,
    offset,
    length,
    actions.map((action) => action.name).join(' '),
    actions.map((action) => codeOf(ACCESS_LEVELS, action.accessLevel)).join(''),
    actions.map((action) => action.usage.toString(36)).join(''),
    (service.supportsResourceControlPolicies ? 1 : 0) + (service.hasIncompleteResourceTypes ? 2 : 0),
  ];
  const isPageNamedLikePrefix = pages.length === 1 && pages[0] === prefix;
  return isPageNamedLikePrefix ? row : [...row, pages];
}

/** What stands in the third field of an ARN without being a service prefix. */
function foreignNamespaces(services) {
  const namespaces = services
    .flatMap(({ resourceTypes }) => resourceTypes.flatMap(({ arnFormats }) => arnFormats))
    .map((format) => format.split(':')[2])
    .filter((namespace) => !namespace.includes('$'));
  const prefixes = new Set(services.map(({ prefix }) => prefix));
  return [...new Set(namespaces)].filter((namespace) => !prefixes.has(namespace)).sort();
}

/** Its own line and one for each action. */
function encodeService(service) {
  const { prefix, conditionKeys, resourceTypes, actions } = service;
  const keySets = keySetPool(service);
  const typeIndex = new Map(resourceTypes.map(({ name }, i) => [name.toLowerCase(), i]));
  const templates = commonLinks(actions);

  const encodeResource = ({ type, required, conditionKeys }) => {
    const code =
      mustHave(typeIndex, type.toLowerCase(), `resource type of ${prefix}`) * 2 + (required ? 1 : 0);
    return conditionKeys.length > 0 ? [code, keySets.indexOf(conditionKeys)] : code;
  };
  const encodeAction = (action) =>
    withoutTrailingZeros([
      shorten(action.description, 'Grants permission to '),
      action.resources.map(encodeResource),
      keySets.indexOf(action.conditionKeys),
      encodeDependents(action, prefix),
      action.isPermissionOnly === undefined ? 2 : Number(action.isPermissionOnly),
      encodeLink(action, templates),
    ]);
  const encodeResourceType = ({ name, arnFormats, conditionKeys }) =>
    withoutTrailingZeros([name, encodeFormats(arnFormats), keySets.indexOf(conditionKeys)]);

  // The sets of keys are collected on the way.
  const rows = actions.map(encodeAction);
  const types = resourceTypes.map(encodeResourceType);
  return [
    {
      r: types,
      c: conditionKeys.map(({ name, type, description }) => [
        name,
        codeOf(KEY_TYPES, type),
        shorten(description, 'Filters access by '),
      ]),
      s: keySets.sets,
      u: templates,
    },
    ...rows,
  ];
}

/** Few distinct sets of keys occur in a service, so rows name a set; set 0 is the empty one. */
function keySetPool({ prefix, conditionKeys }) {
  const keyIndex = new Map(conditionKeys.map(({ name }, i) => [name.toLowerCase(), i]));
  const sets = [[]];
  const known = new Map([['', 0]]);
  return {
    sets,
    indexOf(names) {
      const set = names.map((name) => mustHave(keyIndex, name.toLowerCase(), `condition key of ${prefix}`));
      set.sort((a, b) => a - b);
      if (!known.has(set.join())) known.set(set.join(), sets.push(set) - 1);
      return known.get(set.join());
    },
  };
}

/** 0: none. 1: no source says. Own actions start with a colon. */
function encodeDependents({ dependentActions }, prefix) {
  if (dependentActions === undefined) return 1;
  if (dependentActions.length === 0) return 0;
  return dependentActions.map((name) => (name.startsWith(`${prefix}:`) ? name.slice(prefix.length) : name));
}

function encodeFormats(arnFormats) {
  const short = arnFormats.map((format) => shorten(format, 'arn:${Partition}:'));
  return short.length === 1 ? short[0] : short;
}

/** The at most three link patterns that serve most actions of a service. */
function commonLinks(actions) {
  const uses = new Map();
  for (const action of actions) {
    const template = linkTemplate(action);
    if (template?.includes('*')) uses.set(template, (uses.get(template) ?? 0) + 1);
  }
  return [...uses]
    .sort(([a, usesOfA], [b, usesOfB]) => usesOfB - usesOfA || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([template]) => template);
}

/** 0: no link. A number: 1 + index of a template. A string: the link itself. */
function encodeLink(action, templates) {
  if (!action.documentation) return 0;
  return templates.indexOf(linkTemplate(action)) + 1 || shorten(action.documentation, DOCS);
}

function linkTemplate({ name, documentation }) {
  return documentation && shorten(documentation, DOCS).replaceAll(name, '*');
}

const DOCS = 'https://docs.aws.amazon.com/';

/** A leading `~` stands for the beginning that nearly all texts of a kind share. */
function shorten(text, beginning) {
  if (text.startsWith('~')) throw new Error(`"${text}" starts with the mark for a shortened text.`);
  return text.startsWith(beginning) ? `~${text.slice(beginning.length)}` : text;
}

function withoutTrailingZeros(row) {
  const end = row.findLastIndex((value) => value !== 0) + 1;
  return row.slice(0, end);
}

function codeOf(table, value) {
  const code = table.indexOf(value);
  if (code < 0) throw new Error(`"${value}" is none of ${table.join(', ')}.`);
  return code;
}

function mustHave(map, key, what) {
  const value = map.get(key);
  if (value === undefined) throw new Error(`"${key}" is no ${what}.`);
  return value;
}

/** Pure ASCII, so that byte offsets are character offsets and decoding takes the fast path. */
function toAscii(value) {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
