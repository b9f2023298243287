import { POLICY_TYPE_NAMES } from '../../iam/policy-type.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import { sidsOf } from '../../policy/sid.ts';
import type { Slot } from '../../policy/slot.ts';
import { fittingTemplates, knownType } from '../snippet/fitting-templates.ts';
import type { Template } from '../snippet/template.ts';
import { statementsSnippet } from '../snippet/template-text.ts';
import type { Completion, CompletionProvider } from './completion.ts';
import { statementSnippet } from './statement-snippet.ts';

/** New statements, only where a statement may stand: plain ones first, then templates. */
export const completeStatement: CompletionProvider<'statement'> = ({ policy, slot }) => {
  if (slot.isQuoted || isTaken(policy, slot)) return [];
  return [...plainStatements(policy, slot), ...templates(policy, slot)];
};

/** `Statement` has its value already, and only a list can take more. */
function isTaken({ statementValue }: PolicyDocument, { isInList }: Slot): boolean {
  return !isInList && statementValue !== undefined;
}

function plainStatements({ type }: PolicyDocument, slot: Slot): readonly Completion[] {
  return (['Allow', 'Deny'] as const).map((effect, rank) => ({
    label: `${effect} statement`,
    kind: 'statement',
    newText: statementSnippet(type.policyType, effect),
    isSnippet: true,
    filterText: `${slot.text}${effect}`,
    rank,
    subject: `effect:${effect}`,
  }));
}

function templates(policy: PolicyDocument, { isInList }: Slot): readonly Completion[] {
  const taken = sidsOf(policy).map(({ text }) => text);
  const isOfKnownType = knownType(policy) !== undefined;
  return fittingTemplates(policy).map((template, index) => ({
    label: template.title,
    kind: 'statement',
    description: isOfKnownType ? effectsOf(template) : POLICY_TYPE_NAMES[template.policyTypes[0]],
    newText: isInList ? statementsSnippet(template, taken) : inBrackets(statementsSnippet(template, taken)),
    isSnippet: true,
    filterText: `${template.title} ${template.id}`,
    rank: index + 2,
    subject: `template:${template.id}`,
  }));
}

function effectsOf({ statements }: Template): string {
  return [...new Set(statements.map(({ Effect }) => Effect))].join(' and ');
}

function inBrackets(snippet: string): string {
  return `[\n\t${snippet.replaceAll('\n', '\n\t')}\n]`;
}
