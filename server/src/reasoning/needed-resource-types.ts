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
  for (;;) {
    const unserved = actions.filter(
      ({ resources }) => resources.length > 0 && !resources.some(({ type }) => needed.has(type)),
    );
    const best = mostFrequent(unserved, needed);
    if (!best) return [...needed];
    needed.add(best);
  }
}

function mostFrequent(
  actions: readonly ActionInfo[],
  needed: ReadonlySet<ResourceType>,
): ResourceType | undefined {
  const counts = new Map<ResourceType, number>();
  for (const { type } of actions.flatMap(({ resources }) => resources)) {
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  const parents = new Set([...counts.keys()].filter((type) => isParentOfSome(type, needed)));
  const rank = (type: ResourceType): number => (parents.has(type) ? 0 : 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || rank(a) - rank(b) || a.name.length - b.name.length)
    .at(0)?.[0];
}

function isParentOfSome({ arnFormats: [own] }: ResourceType, types: ReadonlySet<ResourceType>): boolean {
  if (own === undefined) return false;
  return [...types].some(({ arnFormats }) =>
    arnFormats.some((format) => /^[:/]/.test(format.slice(own.length)) && format.startsWith(own)),
  );
}
