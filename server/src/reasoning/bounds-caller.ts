import { memoized } from '../base/memo.ts';
import { type ParsedOperator, parseConditionOperator } from '../iam/condition-operator.ts';
import { isDynamic } from '../policy/placeholder.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { oneOrMany } from '../policy/value.ts';
import { type BoundingKey, boundingKey, boundsNobody } from './bounding-key.ts';
import { isFixedValue } from './fixed-value.ts';

/**
 * Who may be behind a request that passes: `known` callers of a fixed account, organization, network or AWS service
 * (or nobody), `anyone`, or `unclear` where a condition may or may not tell callers apart.
 */
export type Callers = 'known' | 'unclear' | 'anyone';

/** Whom the conditions of an Allow let in: all tests must hold, so one that bounds is enough. */
export const callersAllowed = memoized((statement: Statement): Callers => {
  const tests = judgedEntries(statement, 'Allow');
  return tests === undefined ? 'known' : (RANKING.find((callers) => tests.includes(callers)) ?? 'anyone');
});

/**
 * Who escapes a Deny that is addressed to everyone: whoever fails one of its tests, so each must bound. Nobody,
 * and thus `known`, if it has none.
 */
export const callersNotDenied = memoized((statement: Statement): Callers => {
  const tests = judgedEntries(statement, 'Deny');
  return tests === undefined
    ? 'known'
    : ([...RANKING].reverse().find((callers) => tests.includes(callers)) ?? 'known');
});

/** Whether the test would let in known callers only if its values were fixed ones. */
export function boundsOnceFixed(
  statement: Statement,
  { operator, key: { text: name } }: ConditionEntry,
): boolean {
  const parsed = parseConditionOperator(operator.text);
  const key = boundingKey(name);
  return key?.isCertain === true && parsed !== undefined && passesAllow(parsed, key, statement, name);
}

/** The one that bounds best first. */
const RANKING: readonly Callers[] = ['known', 'unclear', 'anyone'];

/** Undefined where the condition is not known before deployment, or has no form in which it can be read. */
function judgedEntries(statement: Statement, effect: 'Allow' | 'Deny'): readonly Callers[] | undefined {
  const condition = statement.element('Condition')?.value;
  if (condition?.kind === 'unknown' || condition?.kind === 'array') return undefined;
  if (condition?.kind === 'object' && condition.members.some(({ value }) => value?.kind !== 'object')) {
    return undefined;
  }
  return statement.conditions.map((entry) => judge(entry, effect, statement));
}

function judge(entry: ConditionEntry, effect: 'Allow' | 'Deny', statement: Statement): Callers {
  const name = entry.key.text;
  if (isDynamic(name)) return 'known';
  const operator = parseConditionOperator(entry.operator.text);
  const key = boundingKey(name);
  if (!key) return boundsNobody(name) ? 'anyone' : 'unclear';
  if (!operator) return 'unclear';

  const passes =
    effect === 'Allow'
      ? passesAllow(operator, key, statement, name)
      : excludes(operator, key) && (key.isAlwaysPresent || holdsWithoutKey(operator, key));
  if (!passes || !hasFixedValues(entry, operator, key, effect)) return 'anyone';
  return key.isCertain ? 'known' : 'unclear';
}

function passesAllow(
  operator: ParsedOperator,
  key: BoundingKey,
  statement: Statement,
  name: string,
): boolean {
  return (
    selects(operator) && (key.isAlwaysPresent || failsWithoutKey(operator) || demandsKey(statement, name))
  );
}

/** A test for one of the values, not against all of them. */
function selects({ operator }: ParsedOperator): boolean {
  return !operator.isNegated && SELECTING.has(operator.operand);
}

const SELECTING: ReadonlySet<string> = new Set(['String', 'Arn', 'IpAddress', 'Bool', 'Binary']);

function failsWithoutKey({ setOperator, ifExists }: ParsedOperator): boolean {
  return !ifExists && setOperator !== 'ForAllValues';
}

/** What the Deny spares are the values themselves: `StringNotEquals`, or a flag compared with `false`. */
function excludes({ operator }: ParsedOperator, { shape }: BoundingKey): boolean {
  return shape === 'flag' ? operator.operand === 'Bool' : operator.isNegated;
}

/** A Deny must also hit requests without the key; AWS's own examples spare its services with a plain Bool. */
function holdsWithoutKey(
  { setOperator, operator, ifExists }: ParsedOperator,
  { shape }: BoundingKey,
): boolean {
  if (setOperator === 'ForAnyValue') return false;
  return setOperator === 'ForAllValues' || ifExists || operator.isNegated || shape === 'flag';
}

/** `Null: { key: "false" }` in the same condition. */
function demandsKey({ conditions }: Statement, name: string): boolean {
  return conditions.some(
    ({ operator, key, values }) =>
      operator.text.toLowerCase() === 'null' &&
      key.text.toLowerCase() === name.toLowerCase() &&
      texts(values).every((text) => text.toLowerCase() === 'false'),
  );
}

function hasFixedValues(
  { values }: ConditionEntry,
  { operator }: ParsedOperator,
  { shape }: BoundingKey,
  effect: 'Allow' | 'Deny',
): boolean {
  const wanted = effect === 'Allow' ? 'true' : 'false';
  return texts(values).every((text) =>
    shape === 'flag'
      ? text.toLowerCase() === wanted
      : isDynamic(text) || isFixedValue(text, shape, operator.hasWildcards),
  );
}

/** Values that are not known before deployment are left out: they count as fixed. */
function texts(values: ConditionEntry['values']): readonly string[] {
  return oneOrMany(values).flatMap((value) => {
    if (value.kind === 'string') return [value.text];
    return value.kind === 'scalar' ? [String(value.value)] : [];
  });
}
