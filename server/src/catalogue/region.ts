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

/** Regions of a partition that `region` may be meant for, likeliest first: by id, by zone, by name. */
export function likelyRegions(catalogue: Catalogue, region: string, partition: string): readonly string[] {
  const regions = (catalogue.partition(partition) ?? catalogue.partitions[0])?.regions ?? [];
  const wanted = region.toLowerCase().replace(/[\s_]+/g, '-');
  const named = regions.filter(({ name }) => wanted.length > 3 && slug(name).includes(wanted));
  const near = closest(
    wanted,
    regions.map(({ id }) => id),
  );
  const ofZone = regions.filter(({ id }) => wanted.startsWith(id));
  return [...new Set([...ofZone.map(({ id }) => id), ...named.map(({ id }) => id), ...near])].slice(0, 3);
}

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
