import { memoized } from '../../base/memo.ts';
import { eachMatch } from '../../catalogue/action-pattern.ts';
import { ACCESS_LEVELS, type AccessLevel, type Catalogue, type Service } from '../../catalogue/catalogue.ts';

/** What a pattern of actions matches, in numbers and a few examples. */
export interface PatternSummary {
  readonly count: number;
  readonly byLevel: Readonly<Record<AccessLevel, number>>;
  /** Full names of at most `EXAMPLES`, those that can do most first. */
  readonly examples: readonly string[];
  readonly services: readonly Service[];
  /** How many take no resource; undefined where too many services would have to be looked at. */
  readonly withoutResource: number | undefined;
}

/** How many examples are collected. */
const EXAMPLES = 8;

/** Details of more services are not decoded for one sentence. */
const MAX_SERVICES = 5;

/** The heaviest level first. */
const BY_WEIGHT: readonly AccessLevel[] = ['Permissions management', 'Write', 'Tagging', 'Read', 'List'];

/** Services that decide over access to all others, or hold what everyone is after: the better examples. */
const TELLING_SERVICES = ['iam', 'sts', 'organizations', 'kms', 'secretsmanager', 's3', 'lambda', 'ec2'];

/** Sum up the actions that one pattern (or name) matches. Looks at no name for a pattern that matches all. */
export function summarizePattern(catalogue: Catalogue, pattern: string): PatternSummary {
  return /^\*+(:\*+)?$/.test(pattern) ? everything(catalogue) : summarize(catalogue, pattern);
}

const everything = memoized((catalogue: Catalogue) => summarize(catalogue, '*'));

function summarize(catalogue: Catalogue, pattern: string): PatternSummary {
  const byLevel = Object.fromEntries(ACCESS_LEVELS.map((level) => [level, 0])) as Record<AccessLevel, number>;
  const byWeight: string[][] = [];
  const indices = new Map<Service, number[]>();
  eachMatch(catalogue, [pattern], (service, index) => {
    const level = service.accessLevelAt(index);
    byLevel[level]++;
    const weight = weightOf(level, service);
    byWeight[weight] ??= [];
    keepShortest(byWeight[weight], `${service.prefix}:${service.actionNames()[index]}`);
    const ofService = indices.get(service);
    if (ofService) ofService.push(index);
    else indices.set(service, [index]);
  });
  return {
    count: ACCESS_LEVELS.reduce((sum, level) => sum + byLevel[level], 0),
    byLevel,
    examples: byWeight.flat().slice(0, EXAMPLES),
    services: [...indices.keys()],
    withoutResource: countWithoutResource(indices),
  };
}

function weightOf(level: AccessLevel, { prefix }: Service): number {
  const rank = TELLING_SERVICES.indexOf(prefix);
  const places = TELLING_SERVICES.length + 1;
  return BY_WEIGHT.indexOf(level) * places + (rank < 0 ? places - 1 : rank);
}

/** The core operations of a service have the short names: `s3:GetObject`, not `s3:GetAccessGrantsInstance`. */
function keepShortest(names: string[], name: string): void {
  if (names.length === EXAMPLES && (names.at(-1)?.length ?? 0) <= name.length) return;
  const place = names.findLastIndex((other) => other.length <= name.length) + 1;
  names.splice(place, 0, name);
  names.length = Math.min(names.length, EXAMPLES);
}

function countWithoutResource(indices: ReadonlyMap<Service, readonly number[]>): number | undefined {
  if (indices.size > MAX_SERVICES) return;
  let count = 0;
  for (const [service, matches] of indices) {
    const without = indicesWithoutResource(service);
    count += matches.filter((index) => without.has(index)).length;
  }
  return count;
}

const indicesWithoutResource = memoized((service: Service): ReadonlySet<number> => {
  const indices = service.actionNames().flatMap((name, index) => {
    return service.action(name)?.resources.length === 0 ? [index] : [];
  });
  return new Set(indices);
});
