import { codeSpan, escapeMarkdown } from '../../base/markdown.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { parseArn } from '../../iam/arn.ts';
import { parseConditionOperator } from '../../iam/condition-operator.ts';
import { principalForm } from '../../iam/principal-form.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import { type AccountName, arnInWords, managedPolicyInWords } from './arn-in-words.ts';
import type { HoverProvider } from './hover-provider.ts';
import { renderPage } from './page.ts';

/** What a value is by its form, and how its operator compares it with the key. */
export const hoverConditionValue: HoverProvider<'conditionValue'> = (
  { operator, key },
  { text, catalogue, accountName },
) => {
  if (isDynamic(text)) return undefined;
  const parsed = parseConditionOperator(operator);
  const [name, ...facts] = valueInWords(text, catalogue, accountName);
  if (!parsed && name === undefined) return undefined;
  return renderPage({
    title: name ?? `${codeSpan(text)} is compared with ${codeSpan(key)}.`,
    facts: [...facts, parsed && `${codeSpan(operator)}: ${parsed.operator.summary}`],
  });
};

/** What it is, then facts about it; nothing for a text of no special form. */
function valueInWords(
  text: string,
  catalogue: Catalogue,
  accountName: AccountName | undefined,
): readonly (string | undefined)[] {
  const arn = parseArn(text);
  if (arn) return [arnInWords(arn, catalogue, accountName), managedPolicyInWords(arn, catalogue)];
  const region = catalogue.partitions.flatMap(({ regions }) => regions).find(({ id }) => id === text);
  if (region) return [`${codeSpan(text)} is the Region **${escapeMarkdown(region.name)}**.`];
  if (/^\d{12}$/.test(text)) {
    const name = accountName?.(text);
    return [
      `${codeSpan(text)} is ${name === undefined ? 'an AWS account' : `the account **${escapeMarkdown(name)}**`}.`,
    ];
  }
  const service = /\.amazonaws\.com(?:\.cn)?$/.test(text) ? principalForm('Service', text) : undefined;
  return service ? [`${codeSpan(text)} is **${service.name}**.`] : [];
}
