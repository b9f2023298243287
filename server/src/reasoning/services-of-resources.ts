import type { Catalogue } from '../catalogue/catalogue.ts';
import { parseArn } from '../iam/arn.ts';
import type { Statement } from '../policy/statement.ts';

/** Of more services a statement is about nothing in particular. */
const FEW = 3;

/**
 * The services to which the ARNs of `Resource` belong, sorted. Undefined where one is of any service, or of none that
 * is known: then all services count.
 */
export function servicesOfResources(
  statement: Statement,
  catalogue: Catalogue,
): readonly string[] | undefined {
  if (statement.resources.length === 0 || statement.element('NotResource')) return undefined;
  const prefixes = new Set(statement.resources.map(({ text }) => parseArn(text)?.service ?? ''));
  const isReadable = prefixes.size <= FEW && [...prefixes].every((prefix) => catalogue.service(prefix));
  return isReadable ? [...prefixes].sort() : undefined;
}
