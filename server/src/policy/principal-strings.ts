import { memoizedLast } from '../base/memo.ts';
import type { TextRange } from '../base/text-range.ts';
import { isDynamic } from './placeholder.ts';
import type { PrincipalEntry, Statement } from './statement.ts';
import { type StringValue, strings } from './value.ts';

/** One string under a type of a `Principal` or `NotPrincipal`. */
export interface PrincipalString {
  readonly element: PrincipalEntry['element'];
  /** The key it stands under, as written. */
  readonly type: string;
  readonly value: StringValue;
  readonly text: string;
  readonly range: TextRange;
}

/**
 * The strings that stand under a type, in the order written. Those that are filled in at deployment are left out, and
 * those with white space at an end or policy variables in them, which have rules of their own.
 */
export const principalStrings = memoizedLast((statement: Statement): readonly PrincipalString[] =>
  statement.principals.flatMap(({ element, type, values }) =>
    type === undefined
      ? []
      : strings(values)
          .filter(({ text }) => text === text.trim() && !text.includes('${') && !isDynamic(text))
          .map((value) => ({ element, type: type.text, value, text: value.text, range: value.range })),
  ),
);
