import { isDynamic } from '../policy/placeholder.ts';
import type { ScalarValue, StringValue } from '../policy/value.ts';
import { valueText } from '../policy/value-text.ts';
import type { ConditionTest } from './condition-tests.ts';

/** A value of a condition that can be judged by its letters. */
export interface LiteralValue {
  readonly value: StringValue | ScalarValue;
  readonly text: string;
}

/**
 * The values that say exactly what they are compared with: no wildcard, no policy variable, be it broken, nothing filled
 * in at deployment. Left out are those with blanks around them, which `invisible-whitespace` explains, and an empty text
 * behind a negated operator, which asks whether there is any.
 */
export function literalValues({ operator, values }: ConditionTest): readonly LiteralValue[] {
  if (!operator || operator.operator.name === 'Null') return [];
  return values
    .map((value) => ({ value, text: valueText(value) }))
    .filter(
      ({ text }) =>
        !/[*?]|\$[{(a-z]/.test(text) &&
        text === text.trim() &&
        !(text === '' && operator.operator.isNegated) &&
        !isDynamic(text),
    );
}
