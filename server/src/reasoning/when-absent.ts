import { holdsWithoutKey } from './absent-key.ts';
import type { ConditionTest } from './condition-tests.ts';

/** What a test is for requests that lack its key; `waived` where its author says that this shall not matter. */
export type WhenAbsent = 'true' | 'false' | 'waived';

/** Undefined where the operator is unknown, or the value of a `Null`. */
export function whenAbsent(test: ConditionTest): WhenAbsent | undefined {
  if (test.operator?.ifExists || test.operator?.setOperator === 'ForAllValues') return 'waived';
  const holds = holdsWithoutKey(test);
  return holds === undefined ? undefined : holds ? 'true' : 'false';
}
