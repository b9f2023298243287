import type { Catalogue } from '../../catalogue/catalogue.ts';
import { parseConditionOperator } from '../../iam/condition-operator.ts';
import { statementElement } from '../../iam/element.ts';
import { removeEntry } from '../../policy/list-edit.ts';
import type { Statement } from '../../policy/statement.ts';
import { type ArrayValue, kindName, type Member, type ObjectValue, type Value } from '../../policy/value.ts';
import {
  keyAround,
  onlyValue,
  operatorAround,
  tagInKey,
  turnedRound,
  withoutInnerList,
  withoutList,
} from '../condition-shape-repair.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';

/**
 * A condition has three levels: operator, key, values, as in `{ "StringEquals": { "aws:PrincipalOrgID": "o-…" } }`. AWS
 * rejects a key without an operator around it, a list of operators, and an object or `null` in the place of a value.
 */
export const conditionShape = defineRule({
  id: 'condition-shape',
  scope: 'statement',
  severity: 'error',
  category: 'syntax',
  summary: 'Condition is not operator, key and values',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html',
  equivalents: {
    accessAnalyzer: ['DATA_TYPE_MISMATCH', 'INVALID_CONDITION_OPERATOR'],
    parliament: ['MALFORMED'],
    cfnLint: ['E3510'],
  },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "aws:SourceIp": "203.0.113.0/24" }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }',
    },
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": [{ "Bool": { "aws:SecureTransport": "true" } }]',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" } }',
    },
  ],

  *check({ statement, catalogue }) {
    const condition = statement.element('Condition');
    if (statement.isBroken || !condition) return;
    const { value } = condition;
    if (value?.kind === 'array') yield* listOfOperators(statement, condition, value);
    if (value?.kind !== 'object') return;
    for (const entry of value.members) {
      if (statementElement(entry.key.text)) continue;
      if (entry.value?.kind === 'object') yield* ofBlock(statement, entry, entry.value, catalogue);
      else if (entry.value && entry.value.kind !== 'unknown')
        yield noBlock(statement, value, entry, catalogue);
    }
  },
});

function* listOfOperators(
  { object, text }: Statement,
  condition: Member,
  list: ArrayValue,
): Generator<Finding> {
  if (list.items.length === 0 || list.items.some(({ kind }) => kind !== 'object')) return;
  yield {
    range: condition.key.range,
    message: 'Condition must be one object with all operators, not a list.',
    fixes: () => [...withoutList(text, list), deletion(object, condition)],
  };
}

/** `"aws:SourceIp": "203.0.113.0/24"` or `"StringEquals": "…"` directly in the condition. */
function noBlock({ text }: Statement, condition: ObjectValue, entry: Member, catalogue: Catalogue): Finding {
  const { key, range } = entry;
  const value = entry.value as Value;
  const repairs = (): readonly Fix[] =>
    isKey(key.text)
      ? operatorAround(text, condition, entry, catalogue)
      : value.kind === 'array'
        ? withoutList(text, value)
        : keyAround(text, value);
  return {
    range: key.range,
    message: isKey(key.text)
      ? `"${key.text}" is a condition key; it must stand inside an operator.`
      : `"${key.text}" must hold an object with condition keys, not ${kindName(value)}.`,
    fixes: () => [...repairs(), deletion(condition, { key, range, value })],
  };
}

/** Operators have no colon but the one behind a set operator. */
const isKey = (text: string): boolean => text.includes(':') && !/^For(All|Any)/i.test(text);

function* ofBlock(
  { text }: Statement,
  outer: Member,
  block: ObjectValue,
  catalogue: Catalogue,
): Generator<Finding> {
  const { members } = block;
  if (
    isKey(outer.key.text) &&
    members.length > 0 &&
    members.every(({ key }) => parseConditionOperator(key.text))
  ) {
    yield {
      range: outer.key.range,
      message: `"${outer.key.text}" is a condition key; it must stand inside an operator.`,
      fixes: () => turnedRound(text, outer, block),
    };
    return;
  }
  for (const entry of members) {
    if (statementElement(entry.key.text)) continue;
    const { value } = entry;
    if (value?.kind === 'array') yield* nested(text, entry, value);
    if (!value || (value.kind !== 'object' && !isNull(value))) continue;
    yield {
      range: entry.key.range,
      message: `"${entry.key.text}" must hold a value or a list of values, not ${kindName(value)}.`,
      fixes: () => [...tagInKey(text, entry, catalogue), ...onlyValue(text, value), deletion(block, entry)],
    };
  }
}

function* nested(text: string, { key }: Member, list: ArrayValue): Generator<Finding> {
  for (const item of list.items) {
    if (item.kind !== 'array' && item.kind !== 'object' && !isNull(item)) continue;
    const { start, end } = item.range;
    const removal = removeEntry(list, item.range);
    yield {
      range: { start, end: isNull(item) ? end : start + 1 },
      message: `A list of values of "${key.text}" cannot hold ${kindName(item)}.`,
      fixes: () => [
        ...withoutInnerList(text, item),
        { title: 'Delete it', keepsAccess: false, edits: [removal] },
      ],
    };
  }
}

const isNull = (value: Value): boolean => value.kind === 'scalar' && value.value === null;

function deletion(container: ObjectValue, { key, range }: Member): Fix {
  return { title: `Delete "${key.text}"`, keepsAccess: false, edits: [removeEntry(container, range)] };
}
