import { memoized } from '../../base/memo.ts';
import { ownProperty } from '../../base/own-property.ts';
import type { TextRange } from '../../base/text-range.ts';
import { statementElement } from '../../iam/element.ts';
import { removeEntry } from '../../policy/list-edit.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import type { Statement } from '../../policy/statement.ts';
import {
  type ArrayValue,
  kindName,
  type Member,
  type ObjectValue,
  oneOrMany,
  type Value,
} from '../../policy/value.ts';
import {
  decoded,
  deleteItem,
  flattened,
  preferFirst,
  quoted,
  replaceValue,
  unwrapped,
} from '../element-type-repair.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';
import { shiftedFinding } from '../shifted-finding.ts';

/**
 * Each element has its JSON type: `Version`, `Id`, `Sid` and `Effect` are strings, `Action` and `Resource` strings or
 * lists of strings, `Condition` is an object, `Statement` an object or a list of objects, and nothing is ever `null`.
 * AWS rejects a policy with anything else. What stands inside a `Condition` or a `Principal` has rules of its own.
 */
export const elementType = defineRule({
  id: 'element-type',
  scope: 'policy',
  severity: 'error',
  category: 'syntax',
  summary: 'Element has the wrong JSON type',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  equivalents: {
    accessAnalyzer: ['DATA_TYPE_MISMATCH'],
    parliament: ['MALFORMED'],
    cfnLint: ['E3510'],
  },
  examples: [
    {
      bad: '"Effect": ["Allow"], "Action": "s3:GetObject", "Resource": "*"',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
    },
    {
      bad: '"Effect": "Allow", "Action": ["s3:GetObject", ["s3:PutObject"]], "Resource": "*"',
      good: '"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*"',
    },
  ],

  *check({ policy }) {
    const { text, members, range, statements, isBroken } = policy;
    const root: ObjectValue = { kind: 'object', members, range };
    for (const entry of isBroken ? [] : members) {
      const name = entry.key.text;
      if (name === 'Version' || name === 'Id') yield* ofString({ text, container: root, entry });
    }
    if (!isBroken) yield* ofStatements(policy, root);
    for (const { statement, offset } of statements) {
      for (const finding of ofElements(statement)) yield shiftedFinding(finding, offset);
    }
  },
});

/** One element and where it stands. */
interface Place {
  readonly text: string;
  readonly container: ObjectValue;
  readonly entry: Member;
}

/** Remembered, because the rule as a whole runs after every edit. */
const ofElements = memoized(({ text, object, members, isBroken }: Statement): readonly Finding[] =>
  isBroken || members.every(isPlain)
    ? []
    : members.flatMap((entry) => [...ofElement({ text, container: object, entry })]),
);

/** A string where a string may stand, or a list of them where a list may: what nearly all elements are. */
function isPlain({ key, value }: Member): boolean {
  const shape = statementElement(key.text)?.shape;
  if (value?.kind === 'string') return shape === 'string' || shape === 'list';
  return shape === 'list' && value?.kind === 'array' && value.items.every(({ kind }) => kind === 'string');
}

function* ofElement(place: Place): Generator<Finding> {
  const { key, value } = place.entry;
  const shape = statementElement(key.text)?.shape;
  if (shape === 'string') yield* ofString(place);
  if (shape === 'list') yield* ofList(place);
  if (shape !== 'object' || !value) return;
  if (isNull(value)) yield wrong(place, 'an object', value, [deleteElement(place)]);
  else if (key.text === 'Condition') yield* ofCondition(place, value);
}

function* ofString(place: Place): Generator<Finding> {
  const { key, value } = place.entry;
  if (!value || value.kind === 'string' || value.kind === 'unknown') return;
  const allowed = ownProperty(VALUES, key.text) ?? [];
  const only = value.kind === 'array' && value.items.length === 1 ? value.items[0] : undefined;
  const change =
    only?.kind === 'string' ? [replaceValue(value, place.text.slice(only.range.start, only.range.end))] : [];
  const quote = allowed.length === 0 ? quoted(place.text, value) : [];
  const choose = allowed.map((text) => replaceValue(value, JSON.stringify(text)));
  const remove = allowed.length === 0 ? [deleteElement(place)] : [];
  yield wrong(place, 'a string', value, preferFirst([...change, ...quote, ...choose, ...remove]));
}

/** What the element may say, where there is a choice. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  Version: ['2012-10-17'],
  Effect: ['Allow', 'Deny'],
};

function* ofList(place: Place): Generator<Finding> {
  const { text, entry } = place;
  const { value } = entry;
  if (!value || value.kind === 'string' || value.kind === 'unknown') return;
  if (value.kind === 'array') {
    for (const item of value.items) yield* ofItem(place, value, item);
  } else if (!holdsElement(value)) {
    const repairs =
      value.kind === 'object' ? unwrapped(text, value, { isInList: false }) : quoted(text, value);
    yield wrong(
      place,
      'a string or a list of strings',
      value,
      preferFirst(repairs.length > 0 ? repairs : [deleteElement(place)]),
    );
  }
}

function* ofItem({ text, entry }: Place, list: ArrayValue, item: Value): Generator<Finding> {
  if (item.kind === 'string' || item.kind === 'unknown' || holdsElement(item)) return;
  const removal: Fix = { title: 'Delete it', keepsAccess: false, edits: [removeEntry(list, item.range)] };
  const repairs =
    item.kind === 'array'
      ? flattened(text, list, item)
      : item.kind === 'object'
        ? unwrapped(text, item, { isInList: true })
        : quoted(text, item);
  yield {
    range: item.kind === 'array' || item.kind === 'object' ? openingOf(item) : item.range,
    message: `A list of "${entry.key.text}" holds strings, not ${kindName(item)}.`,
    fixes: () => preferFirst([...repairs, removal]),
  };
}

/** A list of operators is left to `condition-shape`. */
function* ofCondition(place: Place, value: Value): Generator<Finding> {
  if (value.kind === 'object' || value.kind === 'unknown') return;
  if (oneOrMany(value).some((item) => item.kind === 'object' || item.kind === 'unknown')) return;
  yield wrong(place, 'an object', value, [deleteElement(place)]);
}

function* ofStatements(policy: PolicyDocument, root: ObjectValue): Generator<Finding> {
  const { text, members, statementValue, strayStatements } = policy;
  const entry = members.find(({ key }) => key.text === 'Statement');
  if (!statementValue || !entry) return;
  if (statementValue.kind !== 'array') {
    const isRight = statementValue.kind === 'object' || statementValue.kind === 'unknown';
    const place = { text, container: root, entry };
    const repairs = decoded(statementValue);
    const fixes = repairs.length > 0 ? repairs : [deleteElement(place)];
    if (!isRight) yield wrong(place, 'an object or a list of objects', statementValue, preferFirst(fixes));
    return;
  }
  const isLast = policy.statements.length + strayStatements.length === 1;
  for (const item of strayStatements) {
    if (item.kind === 'unknown') continue;
    const repairs = item.kind === 'array' ? flattened(text, statementValue, item) : decoded(item);
    yield {
      range: item.kind === 'array' ? openingOf(item) : item.range,
      message: `A list of statements holds objects, not ${kindName(item)}.`,
      fixes: () =>
        preferFirst([...repairs, ...(isLast && repairs.length > 0 ? [] : [deleteItem(text, item.range)])]),
    };
  }
}

function wrong({ entry }: Place, wanted: string, value: Value, fixes: readonly Fix[]): Finding {
  const isLong = value.kind === 'array' || value.kind === 'object';
  return {
    range: isLong ? entry.key.range : value.range,
    message: `"${entry.key.text}" must be ${wanted}, not ${kindName(value)}.`,
    fixes: () => fixes,
  };
}

/** An element inside this object has slipped into it: `unknown-statement-element` moves it out again. */
function holdsElement(value: Value): boolean {
  return value.kind === 'object' && value.members.some(({ key }) => statementElement(key.text));
}

const isNull = (value: Value): boolean => value.kind === 'scalar' && value.value === null;

/** The bracket or brace, for what may be many lines long. */
const openingOf = ({ range }: Value): TextRange => ({ start: range.start, end: range.start + 1 });

function deleteElement({ container, entry }: Place): Fix {
  const edits = [removeEntry(container, entry.range)];
  return { title: `Delete "${entry.key.text}"`, keepsAccess: false, edits };
}
