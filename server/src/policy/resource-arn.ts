import { memoizedLast } from '../base/memo.ts';
import type { TextRange } from '../base/text-range.ts';
import { type Arn, type ArnPart, arnPartSpan, parseArn } from '../iam/arn.ts';
import { isDynamic } from './placeholder.ts';
import type { ResourceString, Statement } from './statement.ts';
import { partOf } from './value.ts';

/** A resource that is written as an ARN with all its parts. */
export interface ResourceArn {
  readonly resource: ResourceString;
  readonly arn: Arn;
}

/** The ARNs among the resources of a statement, without those that are only completed at deployment. */
export const resourceArns = memoizedLast((statement: Statement): readonly ResourceArn[] =>
  statement.resources.flatMap((resource) => {
    const arn = parseArn(resource.text);
    return arn && !isDynamic(resource.text) ? [{ resource, arn }] : [];
  }),
);

/** True if the part says exactly what it matches: no wildcard, no policy variable. */
export function isLiteralPart(part: string): boolean {
  return !/[*?$]/.test(part);
}

/** Where a part stands; with the colons around it if it is empty. */
export function arnPartRange(
  { value, text }: Pick<ResourceString, 'value' | 'text'>,
  part: ArnPart,
): TextRange {
  const { start, end } = arnPartSpan(text, part);
  return start === end ? partOf(value, start - 1, end + 1) : partOf(value, start, end);
}

/** The text of an ARN with one part replaced. */
export function withArnPart(text: string, part: ArnPart, newPart: string): string {
  const { start, end } = arnPartSpan(text, part);
  return text.slice(0, start) + newPart + text.slice(end);
}
