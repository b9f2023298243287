import { POLICY_ELEMENTS, type PolicyElement, STATEMENT_ELEMENTS } from '../../iam/element.ts';
import type { PolicyType } from '../../iam/policy-type.ts';
import type { Slot } from '../../policy/slot.ts';
import type { Member } from '../../policy/value.ts';
import type { Completion, CompletionProvider } from './completion.ts';
import { statementSnippet } from './statement-snippet.ts';

/** Version, Id and Statement, as far as they are missing and this type of policy may have them. */
export const completePolicyElement: CompletionProvider<'policyElement'> = ({ policy, slot }) =>
  missing(POLICY_ELEMENTS, policy.members, slot, policy.type.policyType);

/** The elements that this statement may still get: one of each pair, none twice. */
export const completeStatementElement: CompletionProvider<'statementElement'> = ({ policy, placed, slot }) =>
  missing(STATEMENT_ELEMENTS, placed.statement.members, slot, policy.type.policyType);

function missing(
  elements: readonly PolicyElement[],
  members: readonly Member[],
  slot: Slot,
  policyType: PolicyType,
): readonly Completion[] {
  const present = new Set(members.map(({ key }) => key.text));
  present.delete(slot.text);
  return elements.flatMap((element, rank) =>
    present.has(element.name) || present.has(element.excludes ?? '') || !isAllowed(element, policyType)
      ? []
      : [elementCompletion(element, slot, policyType, rank)],
  );
}

/** An inferred type may change with the very element: a Principal makes an identity policy a resource policy. */
function isAllowed(element: PolicyElement, policyType: PolicyType): boolean {
  return (
    element.policyTypes.includes(policyType) || (policyType === 'identity' && element.name === 'Principal')
  );
}

function elementCompletion(
  element: PolicyElement,
  slot: Slot,
  policyType: PolicyType,
  rank: number,
): Completion {
  const key = JSON.stringify(element.name);
  const common = {
    label: element.name,
    kind: 'element' as const,
    rank: element.policyTypes.includes(policyType) ? rank : rank + 20,
    subject: `element:${element.name}`,
  };
  return slot.hasColon
    ? { ...common, newText: key }
    : {
        ...common,
        newText: `${key}: ${valueSnippet(element, policyType)}`,
        isSnippet: true,
        continues: true,
      };
}

function valueSnippet({ name, shape }: PolicyElement, policyType: PolicyType): string {
  if (name === 'Version') return '"2012-10-17"$0';
  if (name === 'Effect') return '"$1"$0';
  if (name === 'Principal' || name === 'NotPrincipal') return principalSnippet(policyType);
  if (name === 'Condition') return '{\n\t"$1": {\n\t\t"$2": "$3"\n\t}\n}$0';
  if (shape === 'statements') return `[\n\t${statementSnippet(policyType).replaceAll('\n', '\n\t')}\n]`;
  return shape === 'list' ? '["$1"]$0' : '"$1"$0';
}

function principalSnippet(policyType: PolicyType): string {
  if (policyType === 'rcp') return '"*"$0';
  return policyType === 'trust' ? '{ "Service": "$1" }$0' : '{ "AWS": "$1" }$0';
}
