import type { StringValue, Value } from './value.ts';

/** Every string in a value, keys included, in the order written. */
export function eachString(value: Value | undefined): readonly StringValue[] {
  const found: StringValue[] = [];
  if (value) collect(value, found);
  return found;
}

function collect(value: Value, found: StringValue[]): void {
  if (value.kind === 'string') found.push(value);
  if (value.kind === 'array') for (const item of value.items) collect(item, found);
  if (value.kind !== 'object') return;
  for (const entry of value.members) {
    found.push(entry.key);
    if (entry.value) collect(entry.value, found);
  }
}
