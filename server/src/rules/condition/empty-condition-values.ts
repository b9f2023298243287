import { type ParsedOperator, parseConditionOperator } from '../../iam/condition-operator.ts';
import { addConditions } from '../../policy/condition-edit.ts';
import { removeEntry } from '../../policy/list-edit.ts';
import type { ConditionEntry, Statement } from '../../policy/statement.ts';
import { member } from '../../policy/value.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * What an empty list of values does depends on the operator. A plain test and one with `ForAnyValue` never hold: no
 * value of the request is in the list. One with `ForAllValues` or `IfExists` holds only for requests that lack the
 * key, which a `Null` test says better. For negated operators AWS does not say what an empty list means.
 */
export const emptyConditionValues = defineRule({
  id: 'empty-condition-values',
  scope: 'statement',
  severity: 'warning',
  category: 'correctness',
  summary: 'Condition key has an empty list of values',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: {
    accessAnalyzer: [
      'EMPTY_ARRAY_CONDITION',
      'EMPTY_ARRAY_CONDITION_FORALLVALUES',
      'EMPTY_ARRAY_CONDITION_FORANYVALUE',
      'EMPTY_ARRAY_CONDITION_IFEXISTS',
    ],
  },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": [] } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Null": { "aws:TagKeys": "true" } }',
    },
  ],

  *check({ statement }) {
    if (statement.isBroken) return;
    for (const entry of statement.conditions) {
      if (entry.values?.kind !== 'array' || entry.values.items.length > 0) continue;
      const parsed = parseConditionOperator(entry.operator.text);
      if (!parsed) continue;
      yield {
        range: entry.key.range,
        message: `${OUTCOMES[outcomeOf(parsed)](entry)}.`,
        fixes: () => [
          ...(outcomeOf(parsed) === 'ifAbsent' ? testAbsence(statement, entry) : []),
          insertValue(entry),
          ...deletion(statement, entry),
        ],
      };
    }
  },
});

type Outcome = 'never' | 'neverForAny' | 'ifAbsent' | 'unknown';

function outcomeOf({ operator, setOperator, ifExists }: ParsedOperator): Outcome {
  if (operator.isNegated || operator.name === 'Null') return 'unknown';
  if (ifExists || setOperator === 'ForAllValues') return 'ifAbsent';
  return setOperator === 'ForAnyValue' ? 'neverForAny' : 'never';
}

const OUTCOMES: Readonly<Record<Outcome, (entry: ConditionEntry) => string>> = {
  never: ({ key }) => `"${key.text}" has no values to match, so the statement never applies`,
  neverForAny: ({ key }) => `No value of "${key.text}" is in an empty list, so the statement never applies`,
  ifAbsent: ({ key }) => `With an empty list this holds only for requests without "${key.text}"`,
  unknown: ({ key, operator }) =>
    `"${key.text}" has no values; AWS does not say what "${operator.text}" does then`,
};

/** `Null` with `"true"` takes the place of the operator, or stands beside it if it tests other keys, too. */
function testAbsence(statement: Statement, entry: ConditionEntry): readonly Fix[] {
  const condition = statement.element('Condition')?.value;
  const block = member(condition, entry.operator.text);
  if (condition?.kind !== 'object' || block?.value?.kind !== 'object') return [];
  const title = `Test with "Null" that "${entry.key.text}" is absent`;
  const isOnly = block.value.members.length === 1;
  if (isOnly && !member(condition, 'Null')) {
    const edits = [
      { range: block.key.range, newText: '"Null"' },
      { range: entry.values?.range ?? entry.key.range, newText: '"true"' },
    ];
    return [{ title, keepsAccess: false, isPreferred: true, edits }];
  }
  const added = addConditions(statement, 'Null', { [escaped(entry.key.text)]: 'true' });
  if (!added) return [];
  const removed = isOnly ? removeEntry(condition, block.range) : removeEntry(block.value, entry.range);
  return [{ title, keepsAccess: false, isPreferred: true, edits: [removed, added] }];
}

const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);

function insertValue({ values, key }: ConditionEntry): Fix {
  const edits = [{ range: values?.range ?? key.range, newText: '["$1"]' }];
  return { title: 'Insert a value', keepsAccess: false, isSnippet: true, edits };
}

/** The statement then applies to more requests. */
function deletion(statement: Statement, { operator, key, range }: ConditionEntry): readonly Fix[] {
  const block = member(statement.element('Condition')?.value, operator.text)?.value;
  if (block?.kind !== 'object') return [];
  const edits = [removeEntry(block, range)];
  return [{ title: `Delete the test of "${key.text}"`, keepsAccess: false, edits }];
}
