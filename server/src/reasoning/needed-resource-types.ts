import type { ActionInfo, ResourceType } from '../catalogue/catalogue.ts';

/**
 * The fewest resource types that an ARN list must name so that each of the actions can work: all that an action
 * requires, and one of its alternatives where it requires none. Actions without resource types ask for nothing.
 *
 * Among alternatives the type wins that serves most actions, then what holds something that is needed, as the log group
 * of a stream, then the one with the plainer name.
 */
export function neededResourceTypes(actions: readonly ActionInfo[]): readonly ResourceType[] {
  const needed = new Set(
    actions.flatMap(({ resources }) => resources.filter(({ required }) => required).map(({ type }) => type)),
  );
  const parents = new Set([...needed].flatMap(parentFormats));
  let unserved = actions.filter(({ resources }) => resources.length > 0);
  for (;;) {
    unserved = unserved.filter(({ resources }) => !resources.some(({ type }) => needed.has(type)));
    const best = mostFrequent(unserved, parents);
    if (!best) return [...needed];
    needed.add(best);
    for (const format of parentFormats(best)) parents.add(format);
  }
}

function mostFrequent(
  actions: readonly ActionInfo[],
  parents: ReadonlySet<string>,
): ResourceType | undefined {
  const counts = new Map<ResourceType, number>();
  for (const { resources } of actions) {
    for (const { type } of resources) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  const rank = ({ arnFormats: [own = ''] }: ResourceType): number => (parents.has(own) ? 0 : 1);
  return [...counts.keys()]
    .filter((type) => counts.get(type) === most)
    .sort((a, b) => rank(a) - rank(b) || a.name.length - b.name.length)[0];
}

/** What holds a resource of the type: its formats up to each separator. */
function parentFormats({ arnFormats }: ResourceType): readonly string[] {
  return arnFormats.flatMap((format) =>
    [...format.matchAll(/[:/]/g)].map(({ index }) => format.slice(0, index)),
  );
}
