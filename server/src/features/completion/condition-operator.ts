import type { ConditionKey } from '../../catalogue/catalogue.ts';
import { findConditionKey } from '../../catalogue/find-condition-key.ts';
import { CONDITION_OPERATORS, type ConditionOperator, SET_OPERATORS } from '../../iam/condition-operator.ts';
import { fitsOperand, isMultivalued } from '../../iam/operand-fit.ts';
import type { Slot } from '../../policy/slot.ts';
import { member } from '../../policy/value.ts';
import type { Completion, CompletionProvider } from './completion.ts';

/** All operators; those that fit the keys already written below come first, set operators only where one is multivalued. */
export const completeConditionOperator: CompletionProvider<'conditionOperator'> = function* (
  { placed, slot },
  catalogue,
) {
  const { statement } = placed;
  const block = member(statement.element('Condition')?.value, slot.text)?.value;
  const keys = (block?.kind === 'object' ? block.members : []).flatMap(
    ({ key }) => findConditionKey(key.text, catalogue) ?? [],
  );
  const present = new Set(statement.conditions.map(({ operator }) => operator.text));
  present.delete(slot.text);
  for (const operator of CONDITION_OPERATORS) {
    for (const { name, rank } of variants(operator, keys)) {
      const place = 10 * rank + 9 - catalogue.conditionUsage(name);
      if (!present.has(name)) yield operatorCompletion(name, place, slot, operator);
    }
  }
};

/** Plain first, then `…IfExists`, then set operators; with a multivalued key the other way round. */
function variants(
  operator: ConditionOperator,
  keys: readonly ConditionKey[],
): readonly { readonly name: string; readonly rank: number }[] {
  const isFitting = keys.every(({ type }) => fitsOperand(type, operator.operand));
  const needsSet = keys.some(({ type }) => isMultivalued(type)) && operator.operand !== 'Null';
  const base = isFitting ? 0 : 4;
  const plain = { name: operator.name, rank: needsSet ? base + 1 : base };
  if (operator.operand === 'Null') return [plain];
  const sets = SET_OPERATORS.map((set) => ({
    name: `${set}:${operator.name}`,
    rank: needsSet ? base : base + 2,
  }));
  return [plain, { name: `${operator.name}IfExists`, rank: base + 1 }, ...sets];
}

function operatorCompletion(
  name: string,
  rank: number,
  slot: Slot,
  { operand }: ConditionOperator,
): Completion {
  const key = JSON.stringify(name);
  const common = {
    label: name,
    kind: 'operator' as const,
    rank,
    description: operand,
    subject: `operator:${name}`,
  };
  return slot.hasColon
    ? { ...common, newText: key }
    : { ...common, newText: `${key}: {\n\t"$1": "$2"\n}$0`, isSnippet: true, continues: true };
}
