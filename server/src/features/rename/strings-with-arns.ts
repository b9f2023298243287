import { eachString } from '../../policy/each-string.ts';
import type { Statement } from '../../policy/statement.ts';
import type { StringValue } from '../../policy/value.ts';

/** The strings of a statement that may be ARNs of buckets: its resources and the values of its conditions. */
export function stringsWithArns({ resources, conditions }: Statement): readonly StringValue[] {
  return [...resources.map(({ value }) => value), ...conditions.flatMap(({ values }) => eachString(values))];
}
