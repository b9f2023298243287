import { memoized, memoizedLast } from '../base/memo.ts';
import type { Catalogue, Service } from '../catalogue/catalogue.ts';
import type { Arn } from '../iam/arn.ts';
import { LONGEST_ARN } from '../iam/name-limit.ts';
import { isLiteralPart, type ResourceArn, resourceArns } from '../policy/resource-arn.ts';
import type { Statement } from '../policy/statement.ts';
import { type ArnFormat, arnFormats, formatsOfResource } from './arn-formats.ts';
import { resourcesWithLostColon } from './lost-colon.ts';

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
  memoizedLast((statement: Statement): readonly ArnReading[] => {
    const withLostColon = resourcesWithLostColon(statement, catalogue);
    return resourceArns(statement).map((found) => {
      const { resource, arn } = found;
      const own = withLostColon.has(resource) ? undefined : knownService(found, catalogue);
      const { formats, fitting } = own ? fittingFormats(arn, own, statement, catalogue) : UNKNOWN;
      return { resource, arn, formats, fitting };
    });
  }),
);

const UNKNOWN: Pick<ArnReading, 'formats' | 'fitting'> = { formats: [], fitting: [] };

function knownService({ arn, resource }: ResourceArn, catalogue: Catalogue): Service | undefined {
  const own = isLiteralPart(arn.service) ? catalogue.service(arn.service) : undefined;
  const isKnown = own && !own.hasIncompleteResourceTypes && own.prefix === arn.service;
  return isKnown && !isAccount(arn) && resource.text.length <= LONGEST_ARN ? own : undefined;
}

/** `arn:aws:iam::111122223333:root`, which stands for the account and is in no list of resource types. */
function isAccount({ service, resource }: Arn): boolean {
  return service === 'iam' && resource === 'root';
}

function fittingFormats(
  arn: Arn,
  own: Service,
  statement: Statement,
  catalogue: Catalogue,
): Pick<ArnReading, 'formats' | 'fitting'> {
  const formats = formatsOfItself(own);
  if (formats.length === 0) return UNKNOWN;
  const pattern = asPattern(arn.resource);
  const fitting = formatsOfResource(own, pattern).filter((format) => isIn(arn.service, format));
  if (fitting.length > 0) return { formats, fitting };
  const lenders = [own, ...otherServices(arn, statement, catalogue)];
  const isBorrowed = (format: ArnFormat, lender: Service): boolean =>
    isIn(ANY_SERVICE, format) || (lender !== own && isIn(arn.service, format));
  return {
    formats: [
      ...formats,
      ...lenders.flatMap((lender) => arnFormats(lender).filter((format) => isBorrowed(format, lender))),
    ],
    fitting: lenders.flatMap((lender) =>
      formatsOfResource(lender, pattern).filter((format) => isBorrowed(format, lender)),
    ),
  };
}

/** A service may have resources among those of another: context providers of AWS STS have ARNs of IAM. */
function otherServices(arn: Arn, { actions }: Statement, catalogue: Catalogue): readonly Service[] {
  const prefixes = new Set(actions.map(({ servicePrefix }) => servicePrefix.toLowerCase()));
  prefixes.delete(arn.service);
  return [...prefixes].flatMap((prefix) => catalogue.service(prefix) ?? []);
}

/** Recovery points of AWS Backup have ARNs of many services. */
const ANY_SERVICE = '*';

const isIn = (namespace: string, { service }: ArnFormat): boolean =>
  (service.startsWith('$') ? ANY_SERVICE : service) === namespace;

/** Those with the prefix of the service in them, as nearly all have. */
const formatsOfItself = memoized((service: Service): readonly ArnFormat[] =>
  arnFormats(service).filter((format) => isIn(service.prefix, format)),
);

/** Variables as wildcards; `${*}` and its like as some character that no format contains. */
function asPattern(text: string): string {
  if (!text.includes('${')) return text;
  return text.replace(/\$\{[*?$]\}/g, '\u0001').replace(/\$\{[^}]*\}/g, '*');
}
