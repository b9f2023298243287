import { ownProperty } from '../../base/own-property.ts';
import { plainText } from '../../base/snippet.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findConditionKey } from '../../catalogue/find-condition-key.ts';
import { parseConditionOperator, takesVariables } from '../../iam/condition-operator.ts';
import { conditionValueSet } from '../../iam/condition-value.ts';
import {
  type ConditionValueForm,
  conditionValueForms,
  holdsServicePrincipal,
} from '../../iam/condition-value-form.ts';
import { conditionValueKind } from '../../iam/condition-value-kind.ts';
import { SERVICE_PRINCIPALS } from '../../iam/service-principal.ts';
import type { Statement } from '../../policy/statement.ts';
import { strings } from '../../policy/value.ts';
import type { Completion, CompletionProvider } from './completion.ts';
import { completePolicyVariable } from './policy-variable.ts';
import { quoted } from './quoted.ts';
import { usedTexts } from './used-texts.ts';

/** What the key can hold: values of the same key in this policy, documented ones, the form; behind `${`, variables. */
export const completeConditionValue: CompletionProvider<'conditionValue'> = function* (
  cursor,
  catalogue,
  others,
) {
  const { key, operator, slot, policy } = cursor;
  const parsed = parseConditionOperator(operator)?.operator;
  if (slot.typed.includes('${')) {
    if (!parsed || takesVariables(parsed)) yield* completePolicyVariable(slot, policy, catalogue);
    return;
  }
  if (parsed?.operand === 'Null' || parsed?.operand === 'Bool') {
    yield* ['true', 'false'].map((label, rank) => quoted(label, { kind: 'value', rank }));
    return;
  }
  const used = usedTexts(policy, others, (statement) => valuesOf(statement, key)).filter(
    ({ text }) => text !== slot.text,
  );
  yield* used.map(({ text, description }) => quoted(text, { kind: 'value', rank: 0, description }));
  const names = new Set(used.map(({ text }) => text));
  for (const [place, label] of documentedValues(key, catalogue).entries()) {
    if (!names.has(label)) yield quoted(label, { kind: 'value', rank: 1 + place });
  }
  for (const form of formsOf(key, catalogue)) yield formCompletion(form);
};

function valuesOf({ conditions }: Statement, key: string): readonly string[] {
  return conditions
    .filter((entry) => entry.key.text.toLowerCase() === key.toLowerCase())
    .flatMap(({ values }) => strings(values).map(({ text }) => text));
}

function documentedValues(key: string, catalogue: Catalogue): readonly string[] {
  if (holdsServicePrincipal(key)) return SERVICE_PRINCIPALS;
  return conditionValueKind(key) === 'region'
    ? catalogue.partitions.flatMap(({ regions }) => regions.map(({ id }) => id))
    : (conditionValueSet(key)?.values ?? []);
}

function formsOf(key: string, catalogue: Catalogue): readonly ConditionValueForm[] {
  const type = findConditionKey(key, catalogue)?.type.replace('ArrayOf', '') ?? '';
  const own = conditionValueForms(key);
  return own.length > 0 ? own : (ownProperty(FORMS_OF_TYPE, type) ?? []);
}

const FORMS_OF_TYPE: Readonly<Record<string, readonly ConditionValueForm[]>> = {
  Date: [{ label: 'date', snippet: '${1:2030-01-31T12:00:00Z}' }],
  IPAddress: [
    { label: 'IPv4 range', snippet: '${1:203.0.113.0/24}' },
    { label: 'IPv6 range', snippet: '${1:2001:db8::/32}' },
  ],
  Numeric: [{ label: 'number', snippet: '${1:3600}' }],
  ARN: [{ label: 'ARN', snippet: 'arn:aws:${1:service}:${2:us-east-1}:${3:111122223333}:${4:resource}' }],
};

function formCompletion({ label, snippet }: ConditionValueForm): Completion {
  const text = plainText(snippet);
  return {
    label: text,
    kind: 'value',
    description: label,
    newText: `"${snippet}"`,
    isSnippet: true,
    filterText: JSON.stringify(`${text} ${label}`),
    rank: 900,
  };
}
