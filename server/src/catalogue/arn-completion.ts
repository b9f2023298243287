import { splitArn } from '../iam/arn.ts';
import type { ResourceType } from './catalogue.ts';

/** What is known of an ARN; what is missing is filled in by the format. */
export interface PartialArn {
  readonly partition: string;
  readonly region: string | undefined;
  readonly account: string | undefined;
  /** The last part, or only the name in it: `table/Books` or `Books`. */
  readonly resource: string;
}

/** An ARN, and how well the text fits the format that it was made with. */
export interface CompletedArn {
  readonly text: string;
  readonly fit: number;
}

/**
 * ARNs of these resource types that a text may stand for, best first: `Books` and the type `table` of DynamoDB give
 * `arn:aws:dynamodb:*:*:table/Books`. Unknown Regions and accounts become `*` where the format has them.
 */
export function completedArns(types: readonly ResourceType[], given: PartialArn): readonly CompletedArn[] {
  const best = new Map<string, number>();
  for (const format of types.flatMap(({ arnFormats }) => arnFormats)) {
    const completed = completedBy(format, given);
    if (completed) best.set(completed.text, Math.max(completed.fit, best.get(completed.text) ?? 0));
  }
  return [...best].map(([text, fit]) => ({ text, fit })).sort((a, b) => b.fit - a.fit);
}

function completedBy(format: string, given: PartialArn): CompletedArn | undefined {
  const [, , service, region = '', account = '', resource] = splitArn(format);
  if (service === undefined || resource === undefined) return undefined;
  if ((given.region && !region) || (given.account && !account)) return undefined;
  const fitted = fittedResource(resource, given.resource);
  const head = [
    'arn',
    given.partition,
    service,
    filled(region, given.region),
    filled(account, given.account),
  ].join(':');
  return { text: `${head}:${fitted.text}`, fit: fitted.fit };
}

function filled(format: string, given: string | undefined): string {
  return format === '' ? '' : (given ?? (format.startsWith('$') ? '*' : format));
}

/** 3: the text begins as the format does; 2: the format is nothing but names; 1: its beginning is missing. */
function fittedResource(format: string, text: string): CompletedArn {
  const [head = '', ...separators] = format.split(/\$\{[^}]*\}/);
  const hasHead = head !== '' && text.startsWith(head);
  let fit = hasHead ? 3 : head === '' ? 2 : 1;
  let fitted = hasHead ? text : head + text;
  const rest = separators.filter((separator) => separator !== '');
  let from = head.length;
  for (const separator of rest) {
    const found = fitted.indexOf(separator, from);
    if (found >= 0) from = found + separator.length;
    else {
      fitted += `${separator}*`;
      from = fitted.length;
      fit -= 0.5;
    }
  }
  const extraSlashes = fitted.slice(from).includes('/') && rest.length === 0;
  return { text: fitted, fit: extraSlashes ? fit - 0.25 : fit };
}
