import { plainText } from '../../base/snippet.ts';
import { statementsSnippet } from './template-text.ts';
import { templateById } from './templates.ts';

/** Markdown for a proposal: what it allows or denies, and its text. Undefined for an id that is none. */
export function templateMarkdown(id: string): string | undefined {
  const template = templateById(id);
  if (!template) return undefined;
  const text = plainText(statementsSnippet(template)).replaceAll('\t', '  ');
  return `${template.description}\n\n\`\`\`json\n${text}\n\`\`\``;
}
