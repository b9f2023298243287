import type { ConditionOperator } from '../iam/condition-operator.ts';
import { parseDateValue } from '../iam/date-value.ts';
import { containsRange, type IpRange, parseIpRange } from '../iam/ip-range.ts';
import { isNumberText } from '../iam/number-value.ts';
import { valueText } from '../policy/value-text.ts';
import type { ConditionTest } from './condition-tests.ts';
import { newBudget } from './glob/budget.ts';
import { type Glob, parseGlob } from './glob/glob.ts';
import { meet } from './pattern-set.ts';

/**
 * True if no single value passes both tests: a proof, whatever variables stand for. False where some value does, and
 * where that is not known, as for tests of different kinds.
 */
export function areDisjoint(a: ConditionTest, b: ConditionTest): boolean {
  const [first, second] = [a.operator?.operator, b.operator?.operator];
  if (!first || !second || !a.isKnown || !b.isKnown) return false;
  const [x, y] = [a.values.map(valueText), b.values.map(valueText)];
  if (isText(first) && isText(second)) return areTextsDisjoint([first, x], [second, y]);
  if (first.operand !== second.operand) return false;
  switch (first.operand) {
    case 'Bool':
      return areBooleansDisjoint(x, y);
    case 'IpAddress':
      return areRangesDisjoint([first, x], [second, y]);
    case 'Numeric':
      return areWindowsDisjoint([first, x], [second, y], (text) =>
        isNumberText(text) ? Number(text) : undefined,
      );
    case 'Date':
      return areWindowsDisjoint([first, x], [second, y], certainTime);
    default:
      return false;
  }
}

/** An operator with the texts of its values. */
type Side = readonly [operator: ConditionOperator, texts: readonly string[]];

const isText = ({ operand }: ConditionOperator): boolean => operand === 'String' || operand === 'Arn';

/** Arn operators compare part by part, so what their patterns match as whole texts is at least what they match. */
function areTextsDisjoint([first, x]: Side, [second, y]: Side): boolean {
  if (first.operand === 'Arn' && first.isNegated) return areExcluded([second, y], [first, x]);
  if (second.operand === 'Arn' && second.isNegated) return areExcluded([first, x], [second, y]);
  const [a, b] = [globsOf(x, first), globsOf(y, second)];
  if ((first.isNegated || second.isNegated) && a[0]?.ignoresCase !== b[0]?.ignoresCase) return false;
  const set = (globs: readonly Glob[], { isNegated }: ConditionOperator) => ({
    globs,
    isNegated,
    isComplete: true,
  });
  return meet(set(a, first), set(b, second), newBudget()) === false;
}

/** The same ARNs, wanted by the one and forbidden by the other. */
function areExcluded([wanting, wanted]: Side, [, forbidden]: Side): boolean {
  if (wanting.operand !== 'Arn' || wanting.isNegated) return false;
  return wanted.every((text) => forbidden.includes(text));
}

function globsOf(texts: readonly string[], { name, hasWildcards }: ConditionOperator): readonly Glob[] {
  const options = { hasVariables: true, ignoresCase: name.endsWith('IgnoreCase') };
  return texts.map((text) => parseGlob(hasWildcards ? text : withoutWildcards(text), options));
}

const escaped = (found: string): string => (found.length === 1 ? `\${${found}}` : found);

/** `*` and `?` as the characters they are to `StringEquals`. */
function withoutWildcards(text: string): string {
  const closed = text.lastIndexOf('}') + 1;
  const written = text.slice(0, closed).replace(/\$\{[^}]*\}|[*?]/g, escaped);
  return written + text.slice(closed).replace(/[*?]/g, escaped);
}

function areBooleansDisjoint(x: readonly string[], y: readonly string[]): boolean {
  const [a, b] = [x.map((text) => text.toLowerCase()), y.map((text) => text.toLowerCase())];
  return (
    [...a, ...b].every((text) => text === 'true' || text === 'false') && !a.some((text) => b.includes(text))
  );
}

function areRangesDisjoint([first, x]: Side, [second, y]: Side): boolean {
  const [a, b] = [x.flatMap(rangeOf), y.flatMap(rangeOf)];
  if (a.length < x.length || b.length < y.length) return false;
  if (first.isNegated && second.isNegated) return false;
  if (first.isNegated) return b.every((range) => a.some((outer) => containsRange(outer, range)));
  if (second.isNegated) return a.every((range) => b.some((outer) => containsRange(outer, range)));
  return !a.some((range) => b.some((other) => containsRange(range, other) || containsRange(other, range)));
}

function rangeOf(text: string): readonly IpRange[] {
  const range = parseIpRange(text);
  return range ? [range] : [];
}

/** A moment, not a day whose hour AWS does not name, and not a time that lies anywhere within a day. */
function certainTime(text: string): number | undefined {
  const date = parseDateValue(text);
  return date?.form === 'iso' && date.precision === 'time' && date.hasZone ? date.time : undefined;
}

/** All numbers between two; the ends count unless `isOpen`. */
interface Interval {
  readonly low: number;
  readonly high: number;
  readonly isOpen: boolean;
}

function areWindowsDisjoint(
  [first, x]: Side,
  [second, y]: Side,
  read: (text: string) => number | undefined,
): boolean {
  const [a, b] = [x.flatMap((text) => read(text) ?? []), y.flatMap((text) => read(text) ?? [])];
  if (a.length < x.length || b.length < y.length || (first.isNegated && second.isNegated)) return false;
  if (first.isNegated) return isOnly(second, b, a);
  if (second.isNegated) return isOnly(first, a, b);
  return a.every((one) => b.every((other) => areApart(interval(first, one), interval(second, other))));
}

/** The one test is for some numbers, and the other excludes them all. */
function isOnly(
  { name }: ConditionOperator,
  wanted: readonly number[],
  excluded: readonly number[],
): boolean {
  return /^(?:Numeric|Date)Equals$/.test(name) && wanted.every((number) => excluded.includes(number));
}

function interval({ name }: ConditionOperator, value: number): Interval {
  const isOpen = /Than$/.test(name);
  if (name.includes('LessThan')) return { low: Number.NEGATIVE_INFINITY, high: value, isOpen };
  if (name.includes('GreaterThan')) return { low: value, high: Number.POSITIVE_INFINITY, isOpen };
  return { low: value, high: value, isOpen };
}

function areApart(a: Interval, b: Interval): boolean {
  const [low, high] = [Math.max(a.low, b.low), Math.min(a.high, b.high)];
  return low > high || (low === high && !(includes(a, low) && includes(b, low)));
}

function includes({ low, high, isOpen }: Interval, number: number): boolean {
  return low <= number && number <= high && !(isOpen && (number === low || number === high));
}
