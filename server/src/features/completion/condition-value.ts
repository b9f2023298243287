import { escapeSnippet } from '../../base/snippet.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findConditionKey } from '../../catalogue/find-condition-key.ts';
import type { ConditionKeyType } from '../../iam/condition-key-type.ts';
import { parseConditionOperator } from '../../iam/condition-operator.ts';
import { conditionValues } from '../../iam/condition-value.ts';
import type { Completion, CompletionProvider } from './completion.ts';
import { completePolicyVariable } from './policy-variable.ts';
import { quoted } from './quoted.ts';

/** What the key can hold: documented values, else an example of its type; behind `${`, policy variables. */
export const completeConditionValue: CompletionProvider<'conditionValue'> = function* (cursor, catalogue) {
  const { key, operator, slot } = cursor;
  if (slot.typed.includes('${')) {
    yield* completePolicyVariable(slot, catalogue);
    return;
  }
  const operand = parseConditionOperator(operator)?.operator.operand;
  if (operand === 'Null' || operand === 'Bool') {
    yield* ['true', 'false'].map((label, rank) => quoted(label, { kind: 'value', rank }));
    return;
  }
  for (const [rank, label] of documentedValues(key, catalogue).entries()) {
    yield quoted(label, { kind: 'value', rank });
  }
  const type = findConditionKey(key, catalogue)?.type;
  const example = type && EXAMPLES[type.replace('ArrayOf', '')];
  if (example) yield exampleCompletion(example, type);
};

function documentedValues(key: string, catalogue: Catalogue): readonly string[] {
  return key.toLowerCase() === 'aws:requestedregion'
    ? catalogue.partitions.flatMap(({ regions }) => regions.map(({ id }) => id))
    : conditionValues(key);
}

const EXAMPLES: Readonly<Record<string, string>> = {
  Date: '${1:2030-01-31T12:00:00Z}',
  IPAddress: '${1:203.0.113.0/24}',
  Numeric: '${1:3600}',
};

function exampleCompletion(snippet: string, type: ConditionKeyType): Completion {
  const label = snippet.slice(4, -1);
  return {
    label,
    kind: 'value',
    description: type,
    newText: `"${snippet}"`,
    isSnippet: true,
    filterText: escapeSnippet(JSON.stringify(label)),
    rank: 50,
  };
}
