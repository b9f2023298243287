import { codeSpan, escapeMarkdown, markdownLink } from '../../base/markdown.ts';
import type { Catalogue, ConditionKey, Service } from '../../catalogue/catalogue.ts';
import { isConditionKeyNamed } from '../../catalogue/condition-key-name.ts';
import type { ConditionKeyType } from '../../iam/condition-key-type.ts';
import { GLOBAL_CONDITION_KEYS, type GlobalConditionKey } from '../../iam/global-condition-key.ts';
import { identityProviderClaim } from '../../iam/identity-provider-claim.ts';
import { dataFooter } from './data-footer.ts';
import type { Page } from './page.ts';

/**
 * A condition key by its name as written, tag key included. Keys that are not global are looked for in `services`,
 * then in the service of their prefix, then among the claims of identity providers. Undefined for an unknown key.
 */
export function conditionKeyPage(
  written: string,
  services: readonly Service[],
  catalogue: Catalogue,
): Page | undefined {
  const globalKey = globalConditionKey(written, catalogue);
  if (globalKey) return globalKeyPage(written, globalKey);
  for (const service of [...services, ...likelyServices(written, catalogue)]) {
    const key = service.conditionKeys().find(({ name }) => isConditionKeyNamed(name, written));
    if (key) return serviceKeyPage(written, key, service, catalogue);
  }
  return claimPage(written);
}

/** Anyone may run an identity provider, so no list holds them all. */
function claimPage(written: string): Page | undefined {
  const parts = identityProviderClaim(written);
  return (
    parts && {
      title: `${codeSpan(written)} is the claim ${codeSpan(parts.claim)} of the identity provider ${codeSpan(parts.provider)}.`,
      facts: ['In the request context of `sts:AssumeRoleWithWebIdentity`.'],
    }
  );
}

function globalConditionKey(written: string, catalogue: Catalogue): GlobalConditionKey | undefined {
  const found = catalogue.globalConditionKey(written);
  return found && GLOBAL_CONDITION_KEYS.find(({ name }) => name === found.name);
}

/** The keys of all identity providers are those of AWS STS. */
function likelyServices(written: string, catalogue: Catalogue): readonly Service[] {
  const prefix = written.slice(0, Math.max(0, written.indexOf(':')));
  return [prefix, 'sts'].flatMap((name) => catalogue.service(name) ?? []);
}

function globalKeyPage(written: string, key: GlobalConditionKey): Page {
  return {
    title: title(written, key),
    paragraphs: [key.description],
    facts: [`In the request context ${key.availability}.`],
    footer: markdownLink('Reference', key.source),
  };
}

function serviceKeyPage(written: string, key: ConditionKey, service: Service, catalogue: Catalogue): Page {
  return {
    title: `${title(written, key)} · ${escapeMarkdown(service.name)}`,
    paragraphs: [escapeMarkdown(key.description)],
    footer: dataFooter(catalogue, 'Service reference', service.documentation[0]),
  };
}

function title(written: string, { name, type }: ConditionKey): string {
  const template = written.toLowerCase() === name.toLowerCase() ? '' : ` (${codeSpan(name)})`;
  return `${codeSpan(written)}${template} · ${typeInWords(type)}`;
}

function typeInWords(type: ConditionKeyType): string {
  const element = /^ArrayOf(.+)$/.exec(type)?.[1];
  return element
    ? `**${element}**, multivalued: test it with \`ForAnyValue:\` or \`ForAllValues:\``
    : `**${type}**, single-valued`;
}
