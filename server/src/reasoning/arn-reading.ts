import { memoized, memoizedLast } from '../base/memo.ts';
import type { Catalogue, Service } from '../catalogue/catalogue.ts';
import { splitArn } from '../iam/arn.ts';
import { LONGEST_ARN } from '../iam/name-limit.ts';
import { wildcardsOverlap } from '../iam/wildcard-overlap.ts';
import { isLiteralPart, type ResourceArn, resourceArns } from '../policy/resource-arn.ts';
import type { Statement } from '../policy/statement.ts';
import { resourcesWithLostColon } from './lost-colon.ts';

/** A format of the Service Authorization Reference in its parts; placeholders stay as they are. */
export interface ArnFormat {
  readonly typeName: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
  /** The resource as a wildcard pattern. */
  readonly glob: string;
  /** What stands before its first wildcard; most formats are told apart by it. */
  readonly head: string;
}

/** An ARN of a statement, and the formats of its service. */
export interface ArnReading extends ResourceArn {
  /** Of the service that the ARN names; empty where nothing is known about it, or not all. */
  readonly formats: readonly ArnFormat[];
  /** Those that the last part of the ARN may have, whatever its Region and account. */
  readonly fitting: readonly ArnFormat[];
}

/** The ARNs among the resources of a statement with their formats; remembered with the statement. */
export function arnReadings(statement: Statement, catalogue: Catalogue): readonly ArnReading[] {
  return ofCatalogue(catalogue)(statement);
}

const ofCatalogue = memoized((catalogue: Catalogue) =>
  memoizedLast((statement: Statement): readonly ArnReading[] =>
    resourceArns(statement).map((found) => {
      if (resourcesWithLostColon(statement, catalogue).has(found.resource)) return { ...found, ...UNKNOWN };
      const formats = knownFormats(found, catalogue);
      if (formats.length === 0) return { ...found, formats, fitting: [] };
      const fitting = fittingOf(found, formats);
      if (fitting.length > 0) return { ...found, formats, fitting };
      const all = [...formats, ...borrowedFormats(found, statement, catalogue)];
      return { ...found, formats: all, fitting: all.length > formats.length ? fittingOf(found, all) : [] };
    }),
  ),
);

const UNKNOWN: Pick<ArnReading, 'formats' | 'fitting'> = { formats: [], fitting: [] };

function knownFormats({ arn, resource }: ResourceArn, catalogue: Catalogue): readonly ArnFormat[] {
  const own = isLiteralPart(arn.service) ? catalogue.service(arn.service) : undefined;
  const isKnown = own && !own.hasIncompleteResourceTypes && own.prefix === arn.service;
  if (!isKnown || isAccount(arn) || resource.text.length > LONGEST_ARN) return [];
  return formatsOf(own).get(arn.service) ?? [];
}

/** A service may have resources among those of another: context providers of AWS STS have ARNs of IAM. */
function borrowedFormats(
  { arn }: ResourceArn,
  { actions }: Statement,
  catalogue: Catalogue,
): readonly ArnFormat[] {
  const prefixes = new Set([arn.service, ...actions.map(({ servicePrefix }) => servicePrefix.toLowerCase())]);
  return [...prefixes].flatMap((prefix) => {
    const service = catalogue.service(prefix);
    const formats = service ? formatsOf(service) : undefined;
    const ofOthers = prefix === arn.service ? [] : (formats?.get(arn.service) ?? []);
    return [...ofOthers, ...(formats?.get(ANY_SERVICE) ?? [])];
  });
}

function fittingOf({ arn }: ResourceArn, formats: readonly ArnFormat[]): readonly ArnFormat[] {
  const pattern = asPattern(arn.resource);
  const start = literalStart(pattern);
  return formats.filter(({ glob, head }) => {
    if (head.length >= start.length) return head.startsWith(start) && wildcardsOverlap(glob, pattern);
    // Most formats are a word and a name, which then has at least one character.
    return start.startsWith(head) && (glob === `${head}?*` || wildcardsOverlap(glob, pattern));
  });
}

/** `arn:aws:iam::111122223333:root`, which stands for the account and is in no list of resource types. */
function isAccount({ service, resource }: ResourceArn['arn']): boolean {
  return service === 'iam' && resource === 'root';
}

const ANY_SERVICE = '*';

/** By the service in the ARN; recovery points of AWS Backup have ARNs of many services. */
const formatsOf = memoized((service: Service): ReadonlyMap<string, readonly ArnFormat[]> => {
  const byService = new Map<string, ArnFormat[]>();
  for (const { name, arnFormats } of service.resourceTypes()) {
    for (const text of arnFormats) {
      const [, , namespace = '', region = '', account = '', resource = ''] = splitArn(text);
      const glob = asPattern(resource, '?*');
      const format = {
        typeName: name,
        service: namespace,
        region,
        account,
        resource,
        glob,
        head: literalStart(glob),
      };
      const key = namespace.startsWith('$') ? ANY_SERVICE : namespace;
      byService.set(key, [...(byService.get(key) ?? []), format]);
    }
  }
  return byService;
});

/** Variables and placeholders as wildcards; `${*}` and its like as some character that no format contains. */
function asPattern(text: string, wildcard = '*'): string {
  return text.replace(/\$\{[*?$]\}/g, '\u0001').replace(/\$\{[^}]*\}/g, wildcard);
}

const literalStart = (pattern: string): string => /^[^*?]*/.exec(pattern)?.[0] ?? '';
