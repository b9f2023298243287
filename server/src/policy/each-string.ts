import type { StringValue, Value } from './value.ts';

/** Every string in a value, keys included, in the order written. */
export function* eachString(value: Value | undefined): Generator<StringValue> {
  if (value?.kind === 'string') yield value;
  if (value?.kind === 'array') for (const item of value.items) yield* eachString(item);
  if (value?.kind !== 'object') return;
  for (const entry of value.members) {
    yield entry.key;
    yield* eachString(entry.value);
  }
}
