import type { TextRange } from '../base/text-range.ts';

/**
 * A value of a policy, whatever text it was read from. Ranges cover the whole value, quotes and brackets included.
 *
 * `unknown` is what cannot be known before deployment (`{ "Ref": … }`): never right, never wrong.
 */
export type Value = StringValue | ArrayValue | ObjectValue | ScalarValue | UnknownValue;

export interface StringValue {
  readonly kind: 'string';
  /** Decoded. */
  readonly text: string;
  readonly range: TextRange;
  /** True if the text is written without escapes, so that offsets in it map one to one. */
  readonly isPlain: boolean;
}

export interface ArrayValue {
  readonly kind: 'array';
  readonly items: readonly Value[];
  readonly range: TextRange;
}

export interface ObjectValue {
  readonly kind: 'object';
  /** In the order written; duplicates and unknown keys included. */
  readonly members: readonly Member[];
  readonly range: TextRange;
}

/** A number, `true`, `false` or `null`. */
export interface ScalarValue {
  readonly kind: 'scalar';
  readonly value: number | boolean | null;
  readonly range: TextRange;
}

export interface UnknownValue {
  readonly kind: 'unknown';
  readonly range: TextRange;
}

export interface Member {
  readonly key: StringValue;
  /** Undefined while the value is not yet typed. */
  readonly value: Value | undefined;
  /** From the key to the end of the value, without the comma. */
  readonly range: TextRange;
}

/** The items of an array, or the value itself: IAM reads both alike. */
export function oneOrMany(value: Value | undefined): readonly Value[] {
  if (!value) return [];
  return value.kind === 'array' ? value.items : [value];
}

/** The strings among `oneOrMany`. */
export function strings(value: Value | undefined): readonly StringValue[] {
  return oneOrMany(value).filter((item) => item.kind === 'string');
}

/** The first member with exactly this key. */
export function member(object: Value | undefined, key: string): Member | undefined {
  return object?.kind === 'object' ? object.members.find((entry) => entry.key.text === key) : undefined;
}

/** The part of a string from `start` to `end` (offsets in its text); the whole string where escapes hide the place. */
export function partOf(value: StringValue, start: number, end: number): TextRange {
  if (!value.isPlain) return value.range;
  const base = value.range.start + 1;
  return { start: base + start, end: base + end };
}

/** The text between the quotes. */
export function inside(value: StringValue): TextRange {
  return partOf(value, 0, value.text.length);
}

/** `a string`, `an array` … as a message says it. */
export function kindName(value: Value): string {
  if (value.kind === 'scalar') return value.value === null ? 'null' : `a ${typeof value.value}`;
  return value.kind === 'array' || value.kind === 'object' || value.kind === 'unknown'
    ? `an ${value.kind}`
    : `a ${value.kind}`;
}
