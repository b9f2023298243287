import { closest, editDistance } from '../base/edit-distance.ts';
import { memoized } from '../base/memo.ts';
import type { Catalogue, Partition } from './catalogue.ts';

/**
 * True for every Region of any partition, and for what looks like one of `partition` that is newer than our data:
 * `eu-central-9`, but not `eu-cenrtal-1`. `partition` may be a pattern; then every known one is looked at.
 */
export function mayBeRegion(catalogue: Catalogue, region: string, partition: string): boolean {
  if (GLOBAL.has(region)) return true;
  const { partitions } = catalogue;
  if (partitions.some(({ regions }) => regions.some(({ id }) => id === region))) return true;
  const candidates = partitions.filter(({ id }) => id === partition);
  return (candidates.length > 0 ? candidates : partitions).some(
    (candidate) => patternOf(candidate).test(region) && !hasSlip(candidate, region),
  );
}

/**
 * Regions of a partition that `region` may be meant for, likeliest first: by zone, by name, by id. Of those that are as
 * near the ones that `context` names come first.
 */
export function likelyRegions(
  catalogue: Catalogue,
  region: string,
  partition: string,
  context = '',
): readonly string[] {
  const regions = (catalogue.partition(partition) ?? catalogue.partitions[0])?.regions ?? [];
  const wanted = region.toLowerCase().replace(/[\s_]+/g, '-');
  const named = regions.filter(({ name }) => wanted.length > 3 && slug(name).includes(wanted));
  const near = nearest(
    wanted,
    regions.map(({ id }) => id),
    context,
  );
  const ofZone = regions.filter(({ id }) => wanted.startsWith(id));
  return [...new Set([...ofZone.map(({ id }) => id), ...named.map(({ id }) => id), ...near])].slice(0, 3);
}

/** Swapped letters before others, then what is named nearby, then what is used most. */
function nearest(wanted: string, ids: readonly string[], context: string): readonly string[] {
  const score = (id: string): number =>
    (sorted(id) === sorted(wanted) ? 4 : 0) +
    (context.includes(`${id}:`) || context.includes(`"${id}"`) ? 2 : 0) +
    (COMMON.has(id) ? 1 : 0);
  return closest(wanted, ids, ids.length)
    .map((id) => ({ id, distance: editDistance(wanted, id, 4), score: score(id) }))
    .sort((a, b) => a.distance - b.distance || b.score - a.score)
    .map(({ id }) => id);
}

const sorted = (text: string): string => [...text].sort().join('');

const COMMON: ReadonlySet<string> = new Set(['eu-central-1', 'eu-west-1', 'us-east-1', 'us-west-2']);

/** What stands for "no Region" in ARNs of a few services, such as events of AWS Health. */
const GLOBAL: ReadonlySet<string> = new Set(['global', 'aws-global']);

const patternOf = memoized((partition: Partition): RegExp => new RegExp(partition.regionRegex));

/** A new Region has a known direction in its name or a new word, not a misspelt one. */
function hasSlip(partition: Partition, region: string): boolean {
  const known = wordsOf(partition);
  return region.split('-').some((word) => {
    const most = word.length > 4 ? 2 : 1;
    const isNew = word.length > 2 && !known.has(word);
    return isNew && DIRECTIONS.some((other) => editDistance(word, other, most) <= most);
  });
}

const wordsOf = memoized(
  ({ regions }: Partition): ReadonlySet<string> =>
    new Set([...DIRECTIONS, ...regions.flatMap(({ id }) => id.split('-'))]),
);

const DIRECTIONS: readonly string[] = [
  'central',
  'east',
  'north',
  'northeast',
  'northwest',
  'south',
  'southeast',
  'southwest',
  'west',
];

const slug = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, '-');
