import { memoized } from '../base/memo.ts';
import type { Catalogue, Service } from '../catalogue/catalogue.ts';
import { splitArn } from '../iam/arn.ts';
import { wildcardsOverlap } from '../iam/wildcard-overlap.ts';
import { isLiteralPart, type ResourceArn, resourceArns } from '../policy/resource-arn.ts';
import type { Statement } from '../policy/statement.ts';

/** A format of the Service Authorization Reference in its parts; placeholders stay as they are. */
export interface ArnFormat {
  readonly typeName: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** An ARN of a statement, and the formats of its service. */
export interface ArnReading extends ResourceArn {
  /** Of the service that the ARN names; empty where nothing is known about it, or not all. */
  readonly formats: readonly ArnFormat[];
  /** Those that the last part of the ARN may have, whatever its Region and account. */
  readonly fitting: readonly ArnFormat[];
}

/**
 * The ARNs among the resources of a statement with their formats; remembered with the statement.
 *
 * A service may use ARNs of another one (roles are those of IAM), so the services of the actions are asked as well.
 */
export function arnReadings(statement: Statement, catalogue: Catalogue): readonly ArnReading[] {
  return ofCatalogue(catalogue)(statement);
}

const ofCatalogue = memoized((catalogue: Catalogue) =>
  memoized((statement: Statement): readonly ArnReading[] =>
    resourceArns(statement).map((found) => readingOf(found, statement, catalogue)),
  ),
);

function readingOf(found: ResourceArn, statement: Statement, catalogue: Catalogue): ArnReading {
  const { service, resource } = found.arn;
  const own = isLiteralPart(service) ? catalogue.service(service) : undefined;
  if (!own || own.hasIncompleteResourceTypes || own.prefix !== service || isAccount(found.arn)) {
    return { ...found, formats: [], fitting: [] };
  }
  const acted = statement.actions.map(({ servicePrefix }) => servicePrefix.toLowerCase());
  const services = [...new Set([service, ...acted])].flatMap((prefix) => catalogue.service(prefix) ?? []);
  const formats = services.flatMap((each) => [
    ...(formatsOf(each).get(service) ?? []),
    ...(formatsOf(each).get(ANY_SERVICE) ?? []),
  ]);
  const pattern = asPattern(resource);
  const fitting = formats.filter((format) => wildcardsOverlap(asPattern(format.resource, '?*'), pattern));
  return { ...found, formats, fitting };
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
      const format = { typeName: name, service: namespace, region, account, resource };
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
