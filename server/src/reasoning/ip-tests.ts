import { memoized } from '../base/memo.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ParsedOperator } from '../iam/condition-operator.ts';
import { type IpRange, parseIpRange } from '../iam/ip-range.ts';
import type { Statement } from '../policy/statement.ts';
import type { ScalarValue, StringValue } from '../policy/value.ts';
import { valueText } from '../policy/value-text.ts';
import { type ConditionTest, conditionTests } from './condition-tests.ts';

/** A test of an address with `IpAddress` or `NotIpAddress`. */
export interface IpTest extends ConditionTest {
  readonly operator: ParsedOperator;
  /** The values that are addresses or ranges. */
  readonly ranges: readonly WrittenRange[];
  /** True if all values are. */
  readonly isWhole: boolean;
}

export interface WrittenRange extends IpRange {
  readonly value: StringValue | ScalarValue;
  readonly text: string;
}

/** The tests of addresses in a statement, in the order written; remembered with the statement. */
export function ipTests(statement: Statement, catalogue: Catalogue): readonly IpTest[] {
  return statement.conditions.length === 0 ? [] : ofCatalogue(catalogue)(statement);
}

const ofCatalogue = memoized((catalogue: Catalogue) =>
  memoized((statement: Statement): readonly IpTest[] =>
    conditionTests(statement, catalogue).flatMap((test) => {
      const { operator } = test;
      if (operator?.operator.operand !== 'IpAddress') return [];
      const ranges = test.values.flatMap((value) => {
        const text = valueText(value);
        const range = parseIpRange(text);
        return range ? [{ ...range, value, text }] : [];
      });
      return [{ ...test, operator, ranges, isWhole: test.isKnown && ranges.length === test.values.length }];
    }),
  ),
);

/** Such a test of the public address of the caller. */
export function isOfSourceIp({ entry }: IpTest): boolean {
  return entry.key.text.toLowerCase() === 'aws:sourceip';
}
