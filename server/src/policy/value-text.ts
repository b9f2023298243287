import type { ScalarValue, StringValue } from './value.ts';

/** A value as IAM compares it: numbers and Booleans mean the same with and without quotes. */
export function valueText(value: StringValue | ScalarValue): string {
  return value.kind === 'string' ? value.text : String(value.value);
}
