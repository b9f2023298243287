import type { StringValue } from '../policy/value.ts';
import type { ConditionTest } from './condition-tests.ts';

/** The value of a `StringLike` or `StringNotLike` that matches every text: `*` alone; undefined where there is none. */
export function starValue({ operator, values }: ConditionTest): StringValue | undefined {
  if (operator?.operator.operand !== 'String' || !operator.operator.hasWildcards) return undefined;
  return values.find((value): value is StringValue => value.kind === 'string' && /^\*+$/.test(value.text));
}
