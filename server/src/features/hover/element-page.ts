import { markdownLink } from '../../base/markdown.ts';
import { type PolicyElement, policyElement, statementElement } from '../../iam/element.ts';
import { renderPage } from './page.ts';

/** An element by its name, with what is to be said of it in its policy; undefined for no element of the language. */
export function elementPage(name: string, notes: readonly (string | undefined)[] = []): string | undefined {
  const element = findElement(name);
  return (
    element &&
    renderPage({
      title: `**${element.name}**: ${element.summary}`,
      paragraphs: [element.details, ...notes],
      footer: markdownLink('Reference', element.source),
    })
  );
}

/** By its exact spelling. */
export function findElement(name: string): PolicyElement | undefined {
  return policyElement(name) ?? statementElement(name);
}
