import type { Catalogue } from '../catalogue/catalogue.ts';
import { isTestableAs } from '../catalogue/testable-as.ts';
import type { OperandType } from '../iam/condition-operator.ts';
import { isDynamic } from '../policy/placeholder.ts';
import type { Statement } from '../policy/statement.ts';
import type { ScalarValue, StringValue } from '../policy/value.ts';
import { valueText } from '../policy/value-text.ts';
import { type ConditionTest, conditionTests } from './condition-tests.ts';

/** A value of a condition that is written out. */
export interface OperandValue {
  readonly test: ConditionTest;
  readonly value: StringValue | ScalarValue;
  readonly text: string;
}

/**
 * The values that operators of one kind compare, without those that hold a variable or a placeholder or have blanks
 * around them, which `invisible-whitespace` explains, and without those of keys that such operators cannot test at all.
 */
export function* operandValues(
  statement: Statement,
  catalogue: Catalogue,
  operand: OperandType,
): Generator<OperandValue> {
  if (statement.conditions.length === 0) return;
  for (const test of conditionTests(statement, catalogue)) {
    if (test.operator?.operator.operand !== operand || (test.key && !isTestableAs(test.key, operand)))
      continue;
    for (const value of test.values) {
      const text = valueText(value);
      if (text === text.trim() && !text.includes('${') && !isDynamic(text)) yield { test, value, text };
    }
  }
}
