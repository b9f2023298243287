import { memoizedLast } from '../base/memo.ts';
import { ARN_PARTS, type ArnPart, arnPartSpan, parseArn } from '../iam/arn.ts';
import type { PlacedVariable } from './policy-variable.ts';
import type { StringValue } from './value.ts';

/**
 * The field of a resource's ARN in which the variable begins; undefined elsewhere, and where the text is no ARN, for a
 * variable may bring fields along.
 */
export function arnPartOfVariable({ resource, value, start }: PlacedVariable): ArnPart | undefined {
  return resource && fieldsOf(value)?.find(({ end }) => start < end)?.part;
}

/** A text may have many variables. */
const fieldsOf = memoizedLast(({ text }: StringValue) =>
  parseArn(text) ? ARN_PARTS.map((part) => ({ part, end: arnPartSpan(text, part).end })) : undefined,
);
