import { splitArn } from '../iam/arn.ts';
import type { ConditionOperator } from '../iam/condition-operator.ts';
import { containsRange, type IpRange, networkAddress, parseIpRange } from '../iam/ip-range.ts';
import { isNumberText } from '../iam/number-value.ts';
import { isDynamic } from '../policy/placeholder.ts';
import { valueText } from '../policy/value-text.ts';
import type { ConditionTest } from './condition-tests.ts';
import { newBudget } from './glob/budget.ts';
import { coveredTexts, MAX_STEPS } from './glob/covered-texts.ts';
import { parseGlob } from './glob/glob.ts';
import { isAbsorbed, parsedOnce, redundantPatterns } from './glob/redundant-patterns.ts';

/**
 * The values of a test that another one of it covers, by index, each with the index of that one: the test holds for the
 * same requests without them. Of equal ones the first stays.
 *
 * Left out are bounds (`NumericLessThan` …), and Booleans, of which there is one. What is filled in later is not read.
 */
export function coveredValues({ operator, values }: ConditionTest): ReadonlyMap<number, number> {
  if (!operator || values.length < 2) return NONE;
  const texts = values.map(valueText).map((text) => (isDynamic(text) ? undefined : text));
  const found = covered(operator.operator, texts);
  if (!operator.operator.isNegated) return found;
  // Where a variable has no value, a negated test holds: the value that names it is not without effect.
  const isSafe = ([i, j]: readonly [number, number]): boolean =>
    texts[i] === texts[j] || !texts[i]?.includes('${');
  return new Map([...found].filter(isSafe));
}

type Texts = readonly (string | undefined)[];

const NONE: ReadonlyMap<number, number> = new Map();

function covered({ name, operand, hasWildcards }: ConditionOperator, texts: Texts) {
  switch (operand) {
    case 'String':
      return hasWildcards ? inPatterns(texts) : repeated(texts, readerOf(name));
    case 'Arn':
      return inArns(texts);
    case 'IpAddress':
      return inRanges(texts);
    case 'Numeric':
      return /Than/.test(name) ? NONE : repeated(texts, number);
    case 'Date':
      return /Than/.test(name) ? NONE : repeated(texts, asWritten);
    case 'Binary':
      return repeated(texts, asWritten);
    default:
      return NONE;
  }
}

const asWritten = (text: string): string => text;

const readerOf = (name: string) => (name.endsWith('IgnoreCase') ? withoutCase : asWritten);

const withoutCase = (text: string): string => text.toLowerCase();

/** Longer numbers are not told apart. */
const number = (text: string): string =>
  isNumberText(text) && text.length < 16 ? String(Number(text)) : text;

function repeated(texts: Texts, read: (text: string) => string): ReadonlyMap<number, number> {
  const firsts = new Map<string, number>();
  const found = new Map<number, number>();
  texts.forEach((text, i) => {
    if (text === undefined) return;
    const first = firsts.get(read(text));
    if (first === undefined) firsts.set(read(text), i);
    else found.set(i, first);
  });
  return found;
}

/** In the old version of the language `${…}` is plain text: what holds must hold either way. */
function inPatterns(texts: Texts): ReadonlyMap<number, number> {
  const found = redundantPatterns(texts, (text) => parseGlob(text, { hasVariables: true }));
  const budget = newBudget(MAX_STEPS);
  const isCertain = ([i, j]: readonly [number, number]): boolean => {
    const [inner, outer] = [texts[i] ?? '', texts[j] ?? ''];
    return (
      inner === outer ||
      !`${inner}${outer}`.includes('${') ||
      isAbsorbed(parseGlob(inner), parseGlob(outer), budget)
    );
  };
  return new Map([...found].filter(isCertain));
}

/** Part by part, as ARN operators compare. */
function inArns(texts: Texts): ReadonlyMap<number, number> {
  const parts = new Map<string, readonly string[]>();
  const partsOf = (text: string): readonly string[] => {
    const known = parts.get(text) ?? splitArn(text);
    parts.set(text, known);
    return known;
  };
  const withVariables = parsedOnce((text) => parseGlob(text, { hasVariables: true }));
  const asPlainText = parsedOnce(parseGlob);
  return coveredTexts(texts, (inner, outer, budget) => {
    const [own, other] = [partsOf(inner), partsOf(outer)];
    // A colon in the value of a variable would move all that stands behind it.
    const hasMovingParts = [...own.slice(0, 5), ...other.slice(0, 5)].some((part) => part.includes('${'));
    if (own.length < 6 || other.length < 6 || hasMovingParts) return false;
    return TELLING_FIRST.every((at) => {
      const [part, wider] = [own[at] as string, other[at] as string];
      if (part === wider) return true;
      if (!/[*?]|\$\{/.test(wider)) return false;
      return [withVariables, asPlainText].every((parse) => isAbsorbed(parse(part), parse(wider), budget));
    });
  });
}

/** The parts of an ARN, those first in which most ARNs differ. */
const TELLING_FIRST = [5, 4, 3, 2, 1, 0] as const;

/** Ranges lie within each other or apart, so that sorted ones need only be compared with the last wide one. */
function inRanges(texts: Texts): ReadonlyMap<number, number> {
  const ranges = texts.flatMap((text, index): readonly (IpRange & { readonly index: number })[] => {
    const range = text === undefined ? undefined : parseIpRange(text);
    return range ? [{ ...range, index }] : [];
  });
  ranges.sort(
    (a, b) =>
      a.version - b.version ||
      Number(networkAddress(a) > networkAddress(b)) - Number(networkAddress(a) < networkAddress(b)) ||
      a.prefix - b.prefix ||
      a.index - b.index,
  );
  const found = new Map<number, number>();
  let [outer] = ranges;
  for (const range of ranges) {
    if (outer && range !== outer && containsRange(outer, range)) found.set(range.index, outer.index);
    else outer = range;
  }
  return found;
}
