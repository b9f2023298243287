import { codeSpan, escapeMarkdown, firstOf } from '../../base/markdown.ts';
import type { Catalogue, Service } from '../../catalogue/catalogue.ts';
import { countActions } from './count-actions.ts';
import { dataFooter } from './data-footer.ts';
import type { Page } from './page.ts';
import { summarizePattern } from './pattern-summary.ts';

/** A service in numbers. */
export function servicePage(service: Service, catalogue: Catalogue): Page {
  const { byLevel } = summarizePattern(catalogue, `${service.prefix}:*`);
  const types = service.resourceTypes().map(({ name }) => codeSpan(name));
  return {
    title: `**${escapeMarkdown(service.name)}** · ${codeSpan(service.prefix)}`,
    facts: [
      countActions(byLevel),
      types.length > 0 ? `Resource types: ${firstOf(types, 8)}` : 'No resource types.',
      service.supportsResourceControlPolicies ? 'Resource control policies apply to it.' : undefined,
    ],
    footer: dataFooter(catalogue, 'Service reference', service.documentation[0]),
  };
}
