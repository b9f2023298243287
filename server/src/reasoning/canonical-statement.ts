import { memoized } from '../base/memo.ts';
import { type ParsedOperator, parseConditionOperator } from '../iam/condition-operator.ts';
import { eachString } from '../policy/each-string.ts';
import { isDynamic } from '../policy/placeholder.ts';
import type { Effect, Statement } from '../policy/statement.ts';
import { oneOrMany, type Value } from '../policy/value.ts';
import { valueText } from '../policy/value-text.ts';

/**
 * A statement without what has no meaning: its Sid, order, repetition, the case of actions and condition keys, a string
 * or a list of one. Statements are the same if and only if the texts of their parts are.
 */
export interface CanonicalStatement {
  readonly effect: Effect;
  readonly principal: string;
  /** Type and name of each `Principal`, the type empty for `"*"`; an account always by its id. None for `NotPrincipal`. */
  readonly callers: readonly string[];
  readonly action: string;
  readonly resource: string;
  readonly condition: string;
  readonly tests: readonly CanonicalTest[];
}

export interface CanonicalTest {
  readonly operator: ParsedOperator;
  /** In lower case. */
  readonly key: string;
  /** Sorted, each once. */
  readonly values: readonly string[];
}

/**
 * Undefined for a statement that is not readable as a whole: with unknown or repeated elements, values of a wrong type,
 * what is filled in later, or while somebody types. Remembered with the statement.
 */
export const canonicalStatement = memoized((statement: Statement): CanonicalStatement | undefined => {
  const { effect } = statement;
  if (!effect || statement.isBroken || hasPlaceholder(statement) || !hasKnownElements(statement)) {
    return undefined;
  }
  const action = list(statement, ['Action', 'NotAction'], (text) => text.toLowerCase());
  const resource = list(statement, ['Resource', 'NotResource'], (text) => text);
  const callers = callersOf(statement);
  const tests = testsOf(statement);
  if (!action || resource === undefined || !callers || !tests) return undefined;
  const condition = JSON.stringify(
    tests.map(({ operator: { operator, setOperator, ifExists }, key, values }) => [
      `${setOperator ?? ''}:${operator.name}:${ifExists} ${key}`,
      values,
    ]),
  );
  const isNegated = statement.element('NotPrincipal') !== undefined;
  return {
    effect,
    principal: `${isNegated} ${JSON.stringify(callers)}`,
    callers: isNegated ? [] : callers,
    action,
    resource,
    condition,
    tests,
  };
});

/** The same text for statements that differ only in what has no meaning; undefined as in `canonicalStatement`. */
export const sameStatementKey = memoized((statement: Statement): string | undefined => {
  const canonical = canonicalStatement(statement);
  if (!canonical) return undefined;
  const { effect, principal, action, resource, condition } = canonical;
  return [effect, principal, action, resource, condition].join('\n');
});

const ELEMENTS: ReadonlySet<string> = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

function hasPlaceholder({ object }: Statement): boolean {
  for (const { text } of eachString(object)) if (isDynamic(text)) return true;
  return false;
}

function hasKnownElements({ members }: Statement): boolean {
  const names = new Set(members.map(({ key }) => key.text));
  return names.size === members.length && [...names].every((name) => ELEMENTS.has(name));
}

/** The one of two elements that is there, with its sorted texts; an empty text without both. */
function list(
  statement: Statement,
  names: readonly [string, string],
  normalized: (text: string) => string,
): string | undefined {
  const [name, other] = names.filter((own) => statement.element(own));
  if (name === undefined) return '';
  const texts = textsOf(statement.element(name)?.value);
  return texts && other === undefined ? JSON.stringify([name, sorted(texts.map(normalized))]) : undefined;
}

/** Undefined unless all items are texts, and there are some. */
function textsOf(value: Value | undefined): readonly string[] | undefined {
  const items = oneOrMany(value);
  const texts = items.flatMap((item) => (item.kind === 'string' ? [item.text] : []));
  return items.length > 0 && texts.length === items.length ? texts : undefined;
}

/** Of `Principal` or `NotPrincipal`; none without them, undefined for both, or for one that is not readable. */
function callersOf(statement: Statement): readonly string[] | undefined {
  const { principals } = statement;
  const written = ['Principal', 'NotPrincipal'].filter((name) => statement.element(name));
  const lists = principals.map(({ type, values }) =>
    textsOf(values)?.map((text) => `${type?.text ?? ''} ${accountOf(text) ?? text}`),
  );
  const names = lists.flatMap((own) => own ?? []);
  const isReadable = written.length < 2 && !lists.includes(undefined) && names.length >= written.length;
  return isReadable ? sorted(names) : undefined;
}

const accountOf = (text: string): string | undefined => /^arn:[^:]*:iam::(\d{12}):root$/.exec(text)?.[1];

function testsOf(statement: Statement): readonly CanonicalTest[] | undefined {
  const condition = statement.element('Condition');
  if (!condition) return [];
  if (condition.value?.kind !== 'object') return undefined;
  if (condition.value.members.some(({ value }) => value?.kind !== 'object')) return undefined;
  const tests = new Map<string, CanonicalTest>();
  for (const entry of statement.conditions) {
    const operator = parseConditionOperator(entry.operator.text);
    const items = oneOrMany(entry.values);
    const texts = items.flatMap((item) =>
      item.kind === 'string' || item.kind === 'scalar' ? [valueText(item)] : [],
    );
    const key = entry.key.text.toLowerCase();
    const place = `${key} ${entry.operator.text.toLowerCase()}`;
    if (!operator || texts.length === 0 || texts.length < items.length || tests.has(place)) return undefined;
    tests.set(place, { operator, key, values: sorted(texts) });
  }
  return sorted(tests.keys()).map((place) => tests.get(place) as CanonicalTest);
}

const sorted = (texts: Iterable<string>): readonly string[] => [...new Set(texts)].sort();
