import { memoized } from '../base/memo.ts';
import type { Catalogue, Partition } from '../catalogue/catalogue.ts';
import { type Arn, parseArn, splitArn } from '../iam/arn.ts';
import { matchesWildcard } from '../iam/wildcard.ts';
import { isDynamic } from '../policy/placeholder.ts';
import { isLiteralPart } from '../policy/resource-arn.ts';
import type { ResourceString, Statement } from '../policy/statement.ts';
import { resourceTypesOf } from './resource-types-of.ts';

/**
 * What a text is once one colon, or the partition, is put back into it: ARNs of known resource types in which all is
 * right. Usually there is one at most, so nothing else can have been meant.
 */
export function withLostColon(text: string, catalogue: Catalogue): readonly string[] {
  if (!text.startsWith('arn') || text.length > MAX_LENGTH) return [];
  const candidates = new Set<string>();
  for (let at = ARN.length; at < text.length; at++) {
    if (/:\d{12}$/.test(text.slice(0, at)) && endsAccount(text.slice(at), text, catalogue)) continue;
    candidates.add(`${text.slice(0, at)}:${text.slice(at)}`);
  }
  if (text.startsWith('arn:')) {
    for (const id of partitionsOf(text, catalogue)) candidates.add(`arn:${id}:${text.slice('arn:'.length)}`);
  }
  return [...candidates].filter((candidate) => isWhole(candidate, catalogue)).slice(0, 3);
}

const ARN = 'arn';

/** What stands right behind 12 digits belongs to a misspelt account, unless the service has such a word in this place. */
function endsAccount(rest: string, text: string, catalogue: Catalogue): boolean {
  if (/^\d/.test(rest)) return true;
  const word = /^[^:/]+:/.exec(rest)?.[0];
  if (word === undefined) return false;
  const types = catalogue.service(splitArn(text)[2] ?? '')?.resourceTypes() ?? [];
  return !types.some(({ arnFormats }) => arnFormats.some((format) => splitArn(format)[5]?.startsWith(word)));
}

/** That of its Region; the largest for an ARN without a Region. */
function partitionsOf(text: string, { partitions }: Catalogue): readonly string[] {
  const own = partitions.filter(({ regions }) => regions.some(({ id }) => text.includes(`:${id}:`)));
  return (own.length > 0 ? own : partitions.slice(0, 1)).map(({ id }) => id);
}

/** Trying every place takes time in proportion to its square. */
const MAX_LENGTH = 300;

/** Resources that look like whole ARNs, but are others with a colon lost: each of their fields is another one's. */
export function resourcesWithLostColon(
  statement: Statement,
  catalogue: Catalogue,
): ReadonlyMap<ResourceString, readonly string[]> {
  return ofCatalogue(catalogue)(statement);
}

const ofCatalogue = memoized((catalogue: Catalogue) =>
  memoized((statement: Statement): ReadonlyMap<ResourceString, readonly string[]> => {
    let tries = 0;
    const found = statement.resources.flatMap((resource) => {
      const arn = parseArn(resource.text);
      if (!arn || mayBeRight(arn, catalogue) || isDynamic(resource.text)) return [];
      tries += resource.text.length;
      if (tries > MOST_TRIES) return [];
      const repaired = withLostColon(resource.text, catalogue);
      return repaired.length > 0 ? [[resource, repaired] as const] : [];
    });
    return found.length > 0 ? new Map(found) : NOTHING;
  }),
);

/** In one statement; enough for a hundred such resources. */
const MOST_TRIES = 10_000;

const NOTHING: ReadonlyMap<ResourceString, readonly string[]> = new Map();

function mayBeRight({ partition, service, account }: Arn, catalogue: Catalogue): boolean {
  return (
    (!isLiteralPart(partition) || catalogue.partition(partition) !== undefined) &&
    (!isLiteralPart(service) || catalogue.isArnNamespace(service)) &&
    isAccount(account)
  );
}

function isWhole(text: string, catalogue: Catalogue): boolean {
  const arn = parseArn(text);
  if (!arn) return false;
  const partitions = catalogue.partitions.filter(({ id }) => matchesWildcard(arn.partition, id));
  const service = catalogue.service(arn.service);
  return (
    service !== undefined &&
    partitions.some((partition) => isRegion(arn.region, partition)) &&
    isAccount(arn.account) &&
    resourceTypesOf(text, service).length > 0
  );
}

function isRegion(region: string, { regions }: Partition): boolean {
  return region === '' || region.includes('${') || regions.some(({ id }) => matchesWildcard(region, id));
}

const isAccount = (account: string): boolean =>
  /^(?:\d{12}|\d*[*?][\d*?]*|aws|)$/.test(account) || account.includes('${');
