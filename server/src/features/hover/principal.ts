import { codeSpan, escapeMarkdown, markdownLink } from '../../base/markdown.ts';
import { statementElement } from '../../iam/element.ts';
import { principalForm } from '../../iam/principal-form.ts';
import { PRINCIPAL_SOURCE, principalType } from '../../iam/principal-type.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { HoverProvider } from './hover-provider.ts';
import { renderPage } from './page.ts';

const FOOTER = markdownLink('Reference', PRINCIPAL_SOURCE);

/** `AWS`, `Service` …: what may stand there. */
export const hoverPrincipalType: HoverProvider<'principalType'> = (_cursor, { text }) =>
  principalTypeMarkdown(text);

/** By its exact name; undefined for any other key. */
export function principalTypeMarkdown(name: string): string | undefined {
  const type = principalType(name);
  return type && renderPage({ title: `**${type.name}**: ${type.summary}`, footer: FOOTER });
}

/** Who a principal is, by its form, and what an Allow gives it in this type of policy. */
export const hoverPrincipal: HoverProvider<'principal'> = (
  { element, type, policy, placed },
  { text, accountName },
) => {
  if (isDynamic(text)) return;
  const form = principalForm(type, text);
  if (!form) return;

  const title = `${codeSpan(text)} is **${form.name}**.`;
  if (element === 'NotPrincipal') {
    const details = statementElement('NotPrincipal')?.details;
    return renderPage({ title: `${title} All others match.`, paragraphs: [details], footer: FOOTER });
  }
  const isTrust = policy.type.policyType === 'trust';
  const facts =
    isTrust && form.inTrust
      ? [form.inTrust]
      : [form.matches, isTrust || placed.statement.effect === 'Deny' ? undefined : form.grant];
  const account = /^(?:arn:[^:]*:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(text)?.[1];
  const name = account === undefined ? undefined : accountName?.(account);
  const named = name === undefined ? undefined : `Account ${account} is ${escapeMarkdown(name)}.`;
  return renderPage({ title, facts: [named, ...facts], footer: FOOTER });
};
