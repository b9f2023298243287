import { everyone } from '../policy/everyone.ts';
import { isDynamic } from '../policy/placeholder.ts';
import type { PlacedStatement } from '../policy/policy-document.ts';
import type { ResourceString } from '../policy/statement.ts';

/** A string of `Resource` that names exactly one resource which can carry a policy. */
export interface NamedCarrier {
  readonly resource: ResourceString;
  /** Of the statement that it stands in. */
  readonly offset: number;
  /** `bucket`. */
  readonly kind: string;
  /** The ARN of the carrier: for an object that of its bucket. */
  readonly arn: string;
}

/** Resources that carry one policy each, which is about nothing else. */
const CARRIERS: readonly (readonly [kind: string, arn: RegExp])[] = [
  ['bucket', /^arn:[^:]*:s3:::[^/]+/],
  ['queue', /^arn:[^:]*:sqs:[^:]+:\d{12}:[^:/]+$/],
  ['topic', /^arn:[^:]*:sns:[^:]+:\d{12}:[^:/]+$/],
  ['secret', /^arn:[^:]*:secretsmanager:[^:]+:\d{12}:secret:.+$/],
];

/**
 * The carriers that a policy of a resource names. Empty for a policy that speaks only to everyone: one of an endpoint
 * looks alike and may name many.
 */
export function namedCarriers(statements: readonly PlacedStatement[]): readonly NamedCarrier[] {
  const isOfResource = statements.some(
    ({ statement }) => statement.principals.length > 0 && !everyone(statement),
  );
  if (!isOfResource) return [];
  return statements.flatMap(({ statement, offset }) =>
    statement.resources.flatMap((resource) => {
      const named = resource.element === 'Resource' ? carrierOf(resource.text) : undefined;
      return named ? [{ resource, offset, ...named }] : [];
    }),
  );
}

function carrierOf(text: string): Pick<NamedCarrier, 'kind' | 'arn'> | undefined {
  if (isDynamic(text)) return undefined;
  for (const [kind, pattern] of CARRIERS) {
    const arn = pattern.exec(text)?.[0];
    if (arn !== undefined && !/[*?$]/.test(arn)) return { kind, arn };
  }
  return undefined;
}
