import { closest } from '../../base/edit-distance.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { ownsAction, prefixSlips } from '../../catalogue/prefix-slip.ts';
import { canonicalName, namesakes } from '../../catalogue/similar-action.ts';
import { actionsForApiName } from '../../iam/api-name.ts';
import { retiredService } from '../../iam/retired-service.ts';
import { servicePrefixForAlias } from '../../iam/service-alias.ts';
import type { ActionString, Statement } from '../../policy/statement.ts';
import { partOf } from '../../policy/value.ts';
import { oddActions } from '../../reasoning/odd-actions.ts';
import { changeToAny, changeToEach } from '../change-to.ts';
import { removeItem } from '../change-to-all.ts';
import { fittingActions } from '../fitting-actions.ts';
import { defineRule, type Finding } from '../rule.ts';

/**
 * An action belongs to a service by its prefix, and the prefix is not always the name of the service: actions of
 * CloudWatch Logs begin with `logs:`, those of Elastic Load Balancing with `elasticloadbalancing:`. An action with a
 * prefix that no service has never matches a request.
 *
 * A prefix that is neither a misspelling nor another name of a known service may be newer than the data of this
 * check: it is reported as a warning, with the date of the data. Services that AWS has closed are only pointed out.
 */
export const unknownServicePrefix = defineRule({
  id: 'unknown-service-prefix',
  scope: 'statement',
  severity: 'error',
  category: 'correctness',
  summary: 'No service has this action prefix',
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  equivalents: {
    accessAnalyzer: ['INVALID_SERVICE_IN_ACTION'],
    parliament: ['UNKNOWN_PREFIX'],
    cfnLint: ['W3037'],
  },
  examples: [
    { bad: '"Action": "cloudwatchlogs:PutLogEvents"', good: '"Action": "logs:PutLogEvents"' },
    { bad: '"Action": "dynmodb:GetItem"', good: '"Action": "dynamodb:GetItem"' },
  ],

  *check({ statement, catalogue }) {
    for (const action of oddActions(statement, catalogue)) {
      const { servicePrefix, name } = action;
      if (name === undefined || !/^[\w-]+$/.test(servicePrefix) || catalogue.service(servicePrefix)) continue;

      const range = partOf(action.value, 0, servicePrefix.length);
      yield { range, ...judged(statement, action, name, catalogue) };
    }
  },
});

function judged(
  statement: Statement,
  action: ActionString,
  name: string,
  catalogue: Catalogue,
): Omit<Finding, 'range'> {
  const { servicePrefix, value } = action;
  const retired = retiredService(servicePrefix);
  if (retired) {
    return {
      severity: 'information',
      message: `Service "${servicePrefix}" (${retired.name}) is retired.`,
      fixes: () => [...removeItem(statement, action), ...changeToAny(value, namesakes(catalogue, name))],
    };
  }
  const meant = servicePrefixForAlias(servicePrefix);
  if (meant !== undefined) {
    return {
      message: `"${servicePrefix}" is no service prefix; use "${meant}".`,
      fixes: () => changeToEach(value, suggestions(catalogue, [meant], name)),
    };
  }
  const slips = prefixSlips(catalogue, servicePrefix, name).map(({ prefix }) => prefix);
  if (slips.length > 0) {
    return {
      message: `"${servicePrefix}" is no service prefix.`,
      fixes: () =>
        changeToEach(value, fittingActions(suggestions(catalogue, slips, name), statement, catalogue)),
    };
  }
  return {
    severity: 'warning',
    message: `"${servicePrefix}" is no service prefix as of ${catalogue.stamp.date}.`,
    fixes: () => {
      const near = closest(servicePrefix.toLowerCase(), catalogue.servicePrefixes());
      return changeToAny(value, fittingActions(suggestions(catalogue, near, name), statement, catalogue));
    },
  };
}

/** Services that have the action come first, then those whose prefix is close. */
function suggestions(catalogue: Catalogue, prefixes: readonly string[], name: string): readonly string[] {
  const owning: string[] = [];
  const other: string[] = [];
  for (const prefix of prefixes) {
    const service = catalogue.service(prefix);
    if (!service) continue;
    const ofOperation = actionsForApiName(prefix, name);
    if (ownsAction(service, name)) owning.push(`${prefix}:${canonicalName(service, name)}`);
    else if (ofOperation.length > 0) owning.push(...ofOperation);
    else other.push(`${prefix}:${name}`);
  }
  const elsewhere = /[*?]/.test(name) ? [] : namesakes(catalogue, name);
  return [...new Set([...owning, ...elsewhere, ...other])].slice(0, 4);
}
