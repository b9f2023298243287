import { escapeMarkdown } from '../../base/markdown.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { POLICY_TYPE_NAMES } from '../../iam/policy-type.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import type { Statement } from '../../policy/statement.ts';
import { allowedActions } from '../../reasoning/allowed-actions.ts';
import { countActions } from './count-actions.ts';
import { effectMarkdown } from './effect.ts';
import { elementPage, findElement } from './element-page.ts';
import type { HoverProvider } from './hover-provider.ts';
import { leftOpen } from './left-open.ts';
import { withArticle } from './with-article.ts';

/** `Version`, `Id` and `Statement`, and which type of policy this is taken for. */
export const hoverPolicyElement: HoverProvider<'policyElement'> = ({ policy }, { text }) =>
  elementPage(text, [unsupported(text, policy) ?? typeHint(policy)]);

export const hoverId: HoverProvider<'id'> = ({ policy }) => elementPage('Id', [unsupported('Id', policy)]);

/** The elements of a statement; `Effect` with its place in the evaluation, actions with what they match. */
export const hoverStatementElement: HoverProvider<'statementElement'> = ({ policy, placed }, context) => {
  const { text, catalogue } = context;
  if (text === 'Effect') return effectMarkdown(placed, policy, context);
  return elementPage(text, [unsupported(text, policy), matched(text, placed.statement, catalogue)]);
};

export const hoverSid: HoverProvider<'sid'> = () => elementPage('Sid');

function unsupported(name: string, { type }: PolicyDocument): string | undefined {
  const element = findElement(name);
  if (!element || element.policyTypes.includes(type.policyType)) return;
  const policyName = withArticle(POLICY_TYPE_NAMES[type.policyType]);
  return `**Not accepted in ${policyName}**, which this is taken for, as ${escapeMarkdown(type.reason)}.`;
}

function typeHint({ type }: PolicyDocument): string {
  const policyName = withArticle(POLICY_TYPE_NAMES[type.policyType]);
  return `This policy is taken for ${policyName}, as ${escapeMarkdown(type.reason)}.`;
}

/** Counted for the whole list. */
function matched(name: string, statement: Statement, catalogue: Catalogue): string | undefined {
  const { actions } = statement;
  if (actions.length === 0) return;
  if (name === 'NotAction') return leftOpen(statement, catalogue);
  if (name !== 'Action' || actions.some(({ text }) => isDynamic(text))) return;
  return `This list matches ${countActions(allowedActions(statement, catalogue).byLevel)}.`;
}
