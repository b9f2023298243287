import { closest } from '../../base/edit-distance.ts';
import { slipsOf } from '../../catalogue/action-slip.ts';
import type { Catalogue, Service } from '../../catalogue/catalogue.ts';
import { namesakes, similarActions } from '../../catalogue/similar-action.ts';
import { actionsForApiName } from '../../iam/api-name.ts';
import { isActionOfGuides } from '../../iam/named-in-guides.ts';
import { oddActions } from '../../reasoning/odd-actions.ts';
import { changeToAny, changeToEach } from '../change-to.ts';
import { changeToAll } from '../change-to-all.ts';
import { fittingActions } from '../fitting-actions.ts';
import { defineRule } from '../rule.ts';

/**
 * No request ever carries an action its service does not define, so a typo in an Allow grants nothing and a typo in
 * a Deny protects nothing. Names of API operations are not always names of actions: `s3:ListObjectsV2` is authorised
 * by `s3:ListBucket`.
 *
 * A name that is no misspelling of a known one may be newer than the data of this check, or retired: it is reported
 * as a warning, with the date of the data.
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
    for (const action of oddActions(statement, catalogue)) {
      const { name, isPattern, range } = action;
      const service = catalogue.service(action.servicePrefix);
      if (!service || !name || isPattern || service.hasAction(name) || !isActionName(name)) continue;
      if (isActionOfGuides(action.text)) continue;

      const authorisedBy = actionsForApiName(service.prefix, name);
      if (authorisedBy.length > 0) {
        const allow = authorisedBy.length > 1 ? 'allow' : 'allows';
        const message = `"${action.text}" is an API operation; ${authorisedBy.join(' and ')} ${allow} it.`;
        yield { range, message, fixes: () => changeToAll(statement, action, authorisedBy) };
        continue;
      }
      const slips = slipsOf(service, name);
      if (slips.length > 0) {
        const message = `${service.prefix} has no action "${name}".`;
        yield {
          range,
          message,
          fixes: () =>
            changeToEach(action.value, fittingActions(slipFixes(service, slips), statement, catalogue)),
        };
        continue;
      }
      yield {
        range,
        severity: 'warning',
        message: `${service.prefix} has no action "${name}" as of ${catalogue.stamp.date}.`,
        fixes: () =>
          changeToAny(action.value, fittingActions(guesses(catalogue, service, name), statement, catalogue)),
      };
    }
  },
});

/** What has other characters is reported by `malformed-action` or `invisible-whitespace`. */
const isActionName = (name: string): boolean => /^[\w-]+$/.test(name);

function slipFixes(service: Service, slips: readonly string[]): readonly string[] {
  return slips.slice(0, 3).map((found) => `${service.prefix}:${found}`);
}

/** Services that define exactly this name come first: the prefix may be the mistake. */
function guesses(catalogue: Catalogue, service: Service, name: string): readonly string[] {
  const own = [...similarActions(service, name), ...closest(name, service.actionNames())];
  const found = [...namesakes(catalogue, name), ...own.map((guess) => `${service.prefix}:${guess}`)];
  return [...new Set(found)].slice(0, 4);
}
