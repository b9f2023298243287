import { ACCESS_LEVELS, KEY_TYPES } from './encode.mjs';

/**
 * What is wrong with a model, one sentence per problem; empty when it may be shipped. In July 2026 a source lost
 * two kinds of facts without a word, and each of these checks would have stopped that or something like it.
 */
export function findProblems({
  model,
  counts,
  baseline,
  waivers,
  iamFloyd,
  knownDifferences,
  iamData,
  patch,
}) {
  return [
    ...findLosses(counts, baseline, waivers),
    ...findUnknownWords(model),
    ...findDanglingNames(model),
    ...findDisagreement(iamData, iamFloyd, knownDifferences),
    ...findSuperfluousPatches(iamData, patch),
  ];
}

/** These are maintained by nobody upstream any more, so not one of them may go unnoticed. */
const NEVER_FALLING = [
  'actionsWithDependents',
  'actionsWithKnownDependents',
  'dependentActions',
  'passRoleDependents',
  'permissionOnlyActions',
];

const TOLERATED_LOSS = 0.01;

function findLosses(counts, baseline, waivers) {
  return Object.entries(baseline).flatMap(([name, before]) => {
    const now = counts[name] ?? 0;
    const floor = NEVER_FALLING.includes(name) ? before : before * (1 - TOLERATED_LOSS);
    const waiver = waivers.find(({ count, downTo }) => count === name && now >= downTo);
    return now >= floor || waiver ? [] : [`${name} fell from ${before} to ${now}.`];
  });
}

function findUnknownWords({ services }) {
  return services.flatMap(({ prefix, actions, conditionKeys }) => [
    ...actions
      .filter(({ accessLevel }) => !ACCESS_LEVELS.includes(accessLevel))
      .map(({ name, accessLevel }) => `${prefix}:${name} has the unknown access level "${accessLevel}".`),
    ...conditionKeys
      .filter(({ type }) => !KEY_TYPES.includes(type))
      .map(({ name, type }) => `The key ${name} of ${prefix} has the unknown type "${type}".`),
  ]);
}

function findDanglingNames({ services }) {
  const allActions = new Set(
    services.flatMap(({ prefix, actions }) => actions.map(({ name }) => `${prefix}:${name}`.toLowerCase())),
  );
  return services.flatMap(({ prefix, actions, resourceTypes, conditionKeys }) => {
    const types = lowerCaseNames(resourceTypes);
    const keys = lowerCaseNames(conditionKeys);
    const missingKeys = (owner, names) =>
      names
        .filter((key) => !keys.has(key.toLowerCase()))
        .map((key) => `${owner} names the unknown key ${key}.`);

    return [
      ...resourceTypes.flatMap((type) =>
        missingKeys(`The type ${type.name} of ${prefix}`, type.conditionKeys),
      ),
      ...actions.flatMap((action) => {
        const owner = `${prefix}:${action.name}`;
        return [
          ...missingKeys(owner, action.conditionKeys),
          ...action.resources.flatMap(({ type, conditionKeys }) => [
            ...(types.has(type.toLowerCase()) ? [] : [`${owner} names the unknown resource type "${type}".`]),
            ...missingKeys(owner, conditionKeys),
          ]),
          ...(action.dependentActions ?? [])
            .filter((dependent) => !allActions.has(dependent.toLowerCase()))
            .map((dependent) => `${owner} depends on the unknown action ${dependent}.`),
        ];
      }),
    ];
  });
}

function lowerCaseNames(items) {
  return new Set(items.map(({ name }) => name.toLowerCase()));
}

/** iam-floyd reads the same pages on its own; a name that only one of them has is a mistake of one of them. */
function findDisagreement(iamData, iamFloyd, knownDifferences) {
  const ours = new Set(
    iamData.services.flatMap(({ prefix, actions }) =>
      actions.map(({ name }) => `${prefix}:${name}`.toLowerCase()),
    ),
  );
  const theirs = new Set(
    [...iamFloyd.actions].flatMap(([prefix, actions]) =>
      [...actions.keys()].map((name) => `${prefix}:${name}`),
    ),
  );
  const known = new Set(knownDifferences.map(({ action }) => action.toLowerCase()));
  return [
    ...[...ours]
      .filter((action) => !theirs.has(action) && !known.has(action))
      .map((action) => `iam-data has the action ${action}, iam-floyd does not.`),
    ...[...theirs]
      .filter((action) => !ours.has(action) && !known.has(action))
      .map((action) => `iam-floyd has the action ${action}, iam-data does not.`),
  ];
}

/** The patch shrinks when its source gets better. */
function findSuperfluousPatches(iamData, patch) {
  const actions = new Map(
    iamData.services.flatMap((service) => service.actions.map((it) => [`${service.prefix}:${it.name}`, it])),
  );
  return Object.entries(patch).flatMap(([name, types]) => {
    const action = actions.get(name);
    if (!action) return [`The multi-page patch names the unknown action ${name}.`];
    return types
      .filter((type) => action.resources.some((resource) => resource.type === type))
      .map((type) => `${name} has the resource type "${type}" now; remove it from the multi-page patch.`);
  });
}
