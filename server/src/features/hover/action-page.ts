import { codeSpan, escapeMarkdown, firstOf, grouped } from '../../base/markdown.ts';
import { actionConditionKeys } from '../../catalogue/action-condition-keys.ts';
import type { ActionInfo, ActionResource, Catalogue, Service } from '../../catalogue/catalogue.ts';
import { actionsForApiName } from '../../iam/api-name.ts';
import { retiredService } from '../../iam/retired-service.ts';
import { servicePrefixForAlias } from '../../iam/service-alias.ts';
import { countActions } from './count-actions.ts';
import { dataFooter } from './data-footer.ts';
import type { Page } from './page.ts';
import { summarizePattern } from './pattern-summary.ts';
import { servicePage } from './service-page.ts';

/** What an action or a pattern of actions is, as written in a policy: `s3:GetObject`, `s3:Get*`, `*`. */
export function actionPage(text: string, catalogue: Catalogue): Page {
  if (/[*?]/.test(text)) return patternPage(text, catalogue);
  const colon = text.indexOf(':');
  if (colon < 0) {
    return { title: `${codeSpan(text)} matches nothing: an action is written \`service:Name\`.` };
  }
  const prefix = text.slice(0, colon);
  const service = catalogue.service(prefix);
  if (!service) return unknownServicePage(prefix, catalogue);
  const name = text.slice(colon + 1);
  if (name === '') return servicePage(service, catalogue);
  const action = service.action(name);
  return action ? knownActionPage(action, service, catalogue) : unknownActionPage(text, service, catalogue);
}

function knownActionPage(action: ActionInfo, service: Service, catalogue: Catalogue): Page {
  const name = codeSpan(`${service.prefix}:${action.name}`);
  const { description = '', documentation } = service.actionText(action.name) ?? {};
  const link = documentation ?? service.documentation[0];
  return {
    title: `${name} · **${action.accessLevel}** · ${escapeMarkdown(service.name)}`,
    paragraphs: [escapeMarkdown(description)],
    facts: [
      ...resourceFacts(action, service),
      conditionKeyFact(action),
      dependentFact(action, catalogue),
      action.isPermissionOnly ? 'Permission only: no API operation has this name.' : undefined,
    ],
    footer: dataFooter(catalogue, documentation ? 'API reference' : 'Service reference', link),
  };
}

/** At most four lines. */
function resourceFacts({ resources }: ActionInfo, service: Service): readonly string[] {
  const incomplete = service.hasIncompleteResourceTypes
    ? ['The list of resource types may be incomplete: AWS describes this service on several pages.']
    : [];
  if (resources.length === 0) {
    return incomplete.length > 0
      ? ['No resource type is known for it.', ...incomplete]
      : ['Takes no resource: works only with `"Resource": "*"`.'];
  }
  const sorted = [...resources].sort((a, b) => Number(b.required) - Number(a.required));
  const shown = sorted.length > 3 ? 2 : 3;
  const others = sorted.slice(shown).map(({ type }) => codeSpan(type.name));
  return [
    ...sorted.slice(0, shown).map(resourceFact),
    ...(others.length > 0 ? [`Further resource types: ${firstOf(others, 8)}`] : []),
    ...incomplete,
  ];
}

function resourceFact({ type, required }: ActionResource): string {
  const [first = '', ...others] = type.arnFormats;
  const more = others.length > 0 ? ` and ${others.length} more formats` : '';
  return `Resource ${codeSpan(type.name)}${required ? ' (required)' : ''}: ${codeSpan(first)}${more}`;
}

function conditionKeyFact(action: ActionInfo): string | undefined {
  const keys = actionConditionKeys(action).map(({ name }) => codeSpan(name));
  return keys.length > 0 ? `Condition keys: ${firstOf(keys, 8)}` : undefined;
}

/** Unknown is not none. */
function dependentFact({ dependentActions }: ActionInfo, catalogue: Catalogue): string | undefined {
  const { dependentsDate } = catalogue.stamp;
  if (!dependentActions) return `Dependent actions: unknown; the data of ${dependentsDate} does not say.`;
  if (dependentActions.length === 0) return;
  return `May also need ${firstOf(dependentActions.map(codeSpan), 8)} (data of ${dependentsDate})`;
}

function unknownActionPage(text: string, service: Service, catalogue: Catalogue): Page {
  const name = text.slice(text.indexOf(':') + 1);
  const authorisedBy = actionsForApiName(service.prefix, name).map(codeSpan);
  const serviceName = escapeMarkdown(service.name);
  return {
    title:
      authorisedBy.length > 0
        ? `${codeSpan(name)} is an API operation of ${serviceName}, authorised by ${firstOf(authorisedBy, 4)}.`
        : `The data of ${catalogue.stamp.date} knows no action ${codeSpan(name)} of ${serviceName}.`,
    footer: dataFooter(catalogue, 'Service reference', service.documentation[0]),
  };
}

function unknownServicePage(prefix: string, catalogue: Catalogue): Page {
  const retired = retiredService(prefix);
  const alias = servicePrefixForAlias(prefix);
  const hint = retired
    ? ` ${retired.name} is closed.`
    : alias
      ? ` Policies write ${codeSpan(alias)} for it.`
      : '';
  return {
    title: `The data of ${catalogue.stamp.date} knows no service with the prefix ${codeSpan(prefix)}.${hint}`,
  };
}

function patternPage(pattern: string, catalogue: Catalogue): Page {
  const { count, byLevel, examples, services, withoutResource } = summarizePattern(catalogue, pattern);
  if (count === 0) {
    return { title: `${codeSpan(pattern)} matches no action in the data of ${catalogue.stamp.date}.` };
  }
  const [service] = services;
  const isOneService = service !== undefined && services.length === 1;
  return {
    title: `${codeSpan(pattern)} matches ${countActions(byLevel, isOneService ? '' : ` of ${services.length} services`)}`,
    facts: [
      firstOf(examples.map(codeSpan), examples.length, count),
      withoutResourceFact(withoutResource),
      'Actions that AWS adds later match, too.',
    ],
    footer: isOneService
      ? dataFooter(catalogue, 'Service reference', service.documentation[0])
      : dataFooter(catalogue),
  };
}

function withoutResourceFact(count: number | undefined): string | undefined {
  if (!count) return;
  return count === 1
    ? '1 takes no resource and works only with `"Resource": "*"`.'
    : `${grouped(count)} take no resource and work only with \`"Resource": "*"\`.`;
}
