import { closest } from '../../base/edit-distance.ts';
import type { Catalogue, Service } from '../../catalogue/catalogue.ts';
import { actionsForApiName } from '../../iam/api-name.ts';
import type { ActionString } from '../../policy/statement.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule } from '../rule.ts';

/**
 * No request ever carries an action its service does not define, so a typo in an Allow grants nothing and a typo in
 * a Deny protects nothing. Names of API operations are not always names of actions: `s3:ListObjectsV2` is authorised
 * by `s3:ListBucket`.
 *
 * Patterns are left to `action-wildcard-no-match`, unknown prefixes to `unknown-service-prefix`. A name that is far
 * from every known one may be newer than our data and is reported one step milder.
 */
export const unknownAction = defineRule({
  id: 'unknown-action',
  scope: 'statement',
  severity: 'error',
  category: 'correctness',
  summary: 'Action is not defined by its service',
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html',
  equivalents: { accessAnalyzer: ['INVALID_ACTION'], parliament: ['UNKNOWN_ACTION'], cfnLint: ['W3037'] },
  examples: [
    { bad: '"Action": "s3:GetObjcet"', good: '"Action": "s3:GetObject"' },
    { bad: '"Action": "s3:ListObjectsV2"', good: '"Action": "s3:ListBucket"' },
  ],

  *check({ statement, catalogue }) {
    for (const action of statement.actions) {
      const { name, isPattern, range } = action;
      const service = catalogue.service(action.servicePrefix);
      if (!service || !name || isPattern || service.hasAction(name) || !isActionName(name)) continue;

      const authorisedBy = actionsForApiName(service.prefix, name);
      if (authorisedBy.length > 0) {
        const message = `"${action.text}" is an API operation; ${authorisedBy.join(' and ')} allows it.`;
        yield { range, message, fixes: () => changeToEach(action.value, authorisedBy) };
        continue;
      }
      const suggestions = suggestionsFor(service, name);
      yield {
        range,
        message: `${service.prefix} has no action "${name}".`,
        severity: suggestions.length > 0 ? 'error' : 'warning',
        fixes: () =>
          changeToEach(action.value, [...suggestions, ...fromOtherServices(catalogue, action)].slice(0, 4)),
      };
    }
  },
});

/** What has other characters is reported by `malformed-action` or `invisible-whitespace`. */
const isActionName = (name: string): boolean => /^[\w-]+$/.test(name);

function suggestionsFor(service: Service, name: string): readonly string[] {
  return closest(name, service.actionNames()).map((found) => `${service.prefix}:${found}`);
}

/** Services that do define exactly this name: the prefix may be the mistake. */
function fromOtherServices(catalogue: Catalogue, { name }: ActionString): readonly string[] {
  const owners = catalogue
    .servicePrefixes()
    .filter((prefix) => catalogue.service(prefix)?.hasAction(name ?? ''));
  return owners.length > 3 ? [] : owners.map((prefix) => `${prefix}:${name}`);
}
