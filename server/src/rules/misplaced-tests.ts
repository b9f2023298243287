import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Statement } from '../policy/statement.ts';
import type { ScalarValue, StringValue, Value } from '../policy/value.ts';
import { type ConditionTest, conditionTests } from '../reasoning/condition-tests.ts';
import { useOperator } from './condition-fixes.ts';
import type { Finding, Fix, Severity } from './rule.ts';

/** What is wrong with the operator of a test. */
export interface Misplacement {
  readonly message: string;
  /** The operator to use instead, best first; empty where there is none. */
  readonly operators: readonly BetterOperator[];
  readonly severity?: Severity;
  /** What to underline if the operator itself is right in general. */
  readonly at?: Value | undefined;
}

export interface BetterOperator {
  readonly name: string;
  /** What the values become with it, each where it stands; as they are if missing. */
  readonly values?: readonly string[] | undefined;
  readonly keepsAccess: boolean;
  readonly isPreferred: boolean;
}

/**
 * Findings about tests that belong under another operator. Where all keys of an operator do there is one, on the
 * operator; otherwise one on each key. A repair takes along all keys of the operator that want the same.
 */
export function* misplacedTests(
  statement: Statement,
  catalogue: Catalogue,
  judge: (test: ConditionTest) => Misplacement | undefined,
): Generator<Finding> {
  if (statement.conditions.length === 0) return;
  const judged = conditionTests(statement, catalogue).flatMap((test) => {
    const verdict = judge(test);
    return verdict ? [{ test, verdict }] : [];
  });
  for (const { test, verdict } of judged) {
    const alike = judged.filter((other) => isAlike(other, { test, verdict }));
    const isWhole = keysUnder(statement, test) === alike.length;
    if (isWhole && !verdict.at && alike[0]?.test !== test) continue;
    const ofKeys = isWhole ? test.entry.operator.range : test.entry.key.range;
    const range = verdict.at?.range ?? ofKeys;
    const { message, severity } = verdict;
    yield { range, message, ...(severity && { severity }), fixes: () => repairs(statement, alike) };
  }
}

interface Judged {
  readonly test: ConditionTest;
  readonly verdict: Misplacement;
}

function isAlike(a: Judged, b: Judged): boolean {
  return a.test.entry.operator === b.test.entry.operator && names(a) === names(b);
}

const names = ({ verdict }: Judged): string => verdict.operators.map(({ name }) => name).join();

function keysUnder(statement: Statement, { entry }: ConditionTest): number {
  return statement.conditions.filter(({ operator }) => operator === entry.operator).length;
}

function repairs(statement: Statement, alike: readonly Judged[]): readonly Fix[] {
  const [first] = alike;
  return (first?.verdict.operators ?? []).flatMap(({ name, keepsAccess, isPreferred }, index) => {
    const moved = alike.map(({ test, verdict }) => ({
      entry: test.entry,
      values: writtenValues(statement, test, verdict.operators[index]?.values),
    }));
    const keeps = keepsAccess && alike.every(({ verdict }) => verdict.operators[index]?.keepsAccess);
    return useOperator(statement, moved, name, { keepsAccess: keeps, ...(isPreferred && { isPreferred }) });
  });
}

/** The text of all values with those in it replaced; undefined where nothing changes. */
function writtenValues(
  { text }: Statement,
  { entry, values }: ConditionTest,
  changed: readonly string[] | undefined,
): string | undefined {
  if (!changed || !entry.values) return undefined;
  const { start, end } = entry.values.range;
  let written = '';
  let at = start;
  values.forEach(({ range }: StringValue | ScalarValue, index) => {
    written += text.slice(at, range.start) + JSON.stringify(changed[index] ?? '');
    at = range.end;
  });
  return written + text.slice(at, end);
}
