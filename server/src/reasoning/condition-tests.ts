import { memoized } from '../base/memo.ts';
import type { Catalogue, ConditionKey } from '../catalogue/catalogue.ts';
import { findConditionKey } from '../catalogue/find-condition-key.ts';
import { type ParsedOperator, parseConditionOperator } from '../iam/condition-operator.ts';
import { isDynamic } from '../policy/placeholder.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { oneOrMany, type ScalarValue, type StringValue } from '../policy/value.ts';

/** One `operator → key → values` of a statement, with what is known about its parts. */
export interface ConditionTest {
  readonly entry: ConditionEntry;
  /** Undefined for an operator that AWS does not know. */
  readonly operator: ParsedOperator | undefined;
  /** The key as AWS writes it, `aws:PrincipalTag/${TagKey}` for any tag; undefined for a key nobody knows. */
  readonly key: ConditionKey | undefined;
  /** The values as written, those that are no string, number or Boolean left out. */
  readonly values: readonly (StringValue | ScalarValue)[];
  /** True if all values are written out; false if one is filled in at deployment, has the wrong type or is missing. */
  readonly isKnown: boolean;
}

/** The tests of a statement's conditions in the order written; remembered with the statement. */
export function conditionTests(statement: Statement, catalogue: Catalogue): readonly ConditionTest[] {
  return ofCatalogue(catalogue)(statement);
}

const ofCatalogue = memoized((catalogue: Catalogue) =>
  memoized((statement: Statement): readonly ConditionTest[] =>
    statement.conditions.map((entry) => conditionTest(entry, catalogue)),
  ),
);

function conditionTest(entry: ConditionEntry, catalogue: Catalogue): ConditionTest {
  const items = oneOrMany(entry.values);
  const values = items
    .filter((item) => item.kind === 'string' || item.kind === 'scalar')
    .filter((item) => item.kind === 'string' || item.value !== null);
  return {
    entry,
    operator: parseConditionOperator(entry.operator.text),
    key: findConditionKey(entry.key.text, catalogue),
    values,
    isKnown:
      items.length > 0 &&
      values.length === items.length &&
      !values.some((value) => value.kind === 'string' && isDynamic(value.text)),
  };
}
