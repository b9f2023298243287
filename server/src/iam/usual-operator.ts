import type { ConditionKeyType } from './condition-key-type.ts';

const OPERATORS: Readonly<Record<string, string>> = {
  ARN: 'ArnLike',
  Bool: 'Bool',
  Numeric: 'NumericEquals',
  Date: 'DateLessThan',
  IPAddress: 'IpAddress',
  Binary: 'BinaryEquals',
};

/**
 * The operator that most policies use for a key of this type and a value like this one. Without a known type the
 * look of the value decides.
 */
export function usualOperator(type: ConditionKeyType | undefined, value: string): string {
  const single = type?.replace('ArrayOf', '') ?? typeLike(value);
  const ofStrings = /[*?]/.test(value) ? 'StringLike' : 'StringEquals';
  const operator = OPERATORS[single] ?? ofStrings;
  return type?.startsWith('ArrayOf') ? `ForAnyValue:${operator}` : operator;
}

function typeLike(value: string): string {
  if (/^arn:/.test(value)) return 'ARN';
  return /^(true|false)$/i.test(value) ? 'Bool' : 'String';
}
