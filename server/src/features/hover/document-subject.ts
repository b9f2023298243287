import type { Catalogue } from '../../catalogue/catalogue.ts';
import { templateMarkdown } from '../snippet/template-page.ts';
import { actionPage } from './action-page.ts';
import { conditionKeyPage } from './condition-key-page.ts';
import { conditionOperatorMarkdown } from './condition-operator.ts';
import { effectPage } from './effect.ts';
import { elementPage } from './element-page.ts';
import { renderPage } from './page.ts';
import { principalTypeMarkdown } from './principal.ts';
import { servicePage } from './service-page.ts';
import { versionMarkdown } from './version.ts';

/** What a kind of subject is explained with; the same words as in a hover. */
const DOCUMENTS: ReadonlyMap<string, (name: string, catalogue: Catalogue) => string | undefined> = new Map([
  ['element', (name: string) => elementPage(name)],
  ['effect', effectMarkdown],
  ['version', versionMarkdown],
  ['service', serviceMarkdown],
  ['action', (name: string, catalogue: Catalogue) => renderPage(actionPage(name, catalogue))],
  ['operator', conditionOperatorMarkdown],
  ['key', conditionKeyMarkdown],
  ['principalType', principalTypeMarkdown],
  ['template', templateMarkdown],
]);

/**
 * Markdown for the subject of a completion, `kind:name`, such as `action:s3:GetObject` or `element:Action`; undefined
 * where there is nothing to say.
 */
export function documentation(subject: string, catalogue: Catalogue): string | undefined {
  const colon = subject.indexOf(':');
  return DOCUMENTS.get(subject.slice(0, colon))?.(subject.slice(colon + 1), catalogue);
}

function effectMarkdown(name: string): string | undefined {
  return name === 'Allow' || name === 'Deny' ? renderPage(effectPage(name)) : undefined;
}

function serviceMarkdown(prefix: string, catalogue: Catalogue): string | undefined {
  const service = catalogue.service(prefix);
  return service && renderPage(servicePage(service, catalogue));
}

function conditionKeyMarkdown(name: string, catalogue: Catalogue): string | undefined {
  const page = conditionKeyPage(name, [], catalogue);
  return page && renderPage(page);
}
