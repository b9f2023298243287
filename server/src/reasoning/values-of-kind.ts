import type { Catalogue } from '../catalogue/catalogue.ts';
import { type ConditionValueKind, conditionValueKind } from '../iam/condition-value-kind.ts';
import type { Statement } from '../policy/statement.ts';
import { type ConditionTest, conditionTests } from './condition-tests.ts';
import { type LiteralValue, literalValues } from './literal-values.ts';

export interface ValueOfKind extends LiteralValue {
  readonly test: ConditionTest;
  /** The text as the operator compares it: in lower case where case does not count. */
  readonly compared: string;
}

/** The literal values that a statement compares, as texts, with keys whose values are all of one kind. */
export function* valuesOfKind(
  statement: Statement,
  catalogue: Catalogue,
  kind: ConditionValueKind,
): Generator<ValueOfKind> {
  if (!statement.conditions.some(({ key }) => conditionValueKind(key.text) === kind)) return;
  for (const test of conditionTests(statement, catalogue)) {
    const operator = test.operator?.operator;
    if (operator?.operand !== 'String' || conditionValueKind(test.entry.key.text) !== kind) continue;
    const ignoresCase = operator.name.endsWith('IgnoreCase');
    for (const literal of literalValues(test)) {
      yield { ...literal, test, compared: ignoresCase ? literal.text.toLowerCase() : literal.text };
    }
  }
}
