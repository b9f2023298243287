import { lowerCaseNames } from '../../catalogue/action-pattern.ts';
import type { Service } from '../../catalogue/catalogue.ts';
import { wildcardMatcher } from '../../iam/wildcard.ts';
import { changeToAll } from '../change-to-all.ts';
import { defineRule } from '../rule.ts';

/**
 * A pattern that matches a single action grants nothing more than its name today, but it will grant whatever AWS adds
 * with a name of that form. Name the action.
 *
 * Nothing is said where more actions would deny more, in a Deny or in what an Allow leaves out, nor about all actions of
 * a service.
 */
export const actionWildcardSingleMatch = defineRule({
  id: 'action-wildcard-single-match',
  scope: 'statement',
  mentions: ['*', '?'],
  severity: 'hint',
  category: 'style',
  summary: 'Action pattern matches a single action',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
  examples: [
    {
      bad: '"Effect": "Allow", "Action": ["s3:ListAll*"], "Resource": "*"',
      good: '"Effect": "Allow", "Action": ["s3:ListAllMyBuckets"], "Resource": "*"',
    },
  ],

  *check({ statement, catalogue }) {
    for (const action of statement.actions) {
      const { element, isPattern, name, range, servicePrefix, text } = action;
      if (!isPattern || !name || (statement.effect === 'Deny') === (element === 'Action')) continue;
      const service = catalogue.service(servicePrefix);
      const only = service && /[^*?]/.test(name) ? onlyMatch(service, name) : undefined;
      if (!service || only === undefined) continue;

      const fullName = `${service.prefix}:${only}`;
      yield {
        range,
        message: `"${text}" matches only ${fullName} today.`,
        fixes: () => changeToAll(statement, action, [fullName]),
      };
    }
  },
});

/** The one name that the pattern matches; undefined for none or several. */
function onlyMatch(service: Service, pattern: string): string | undefined {
  const names = lowerCaseNames(service);
  const matches = wildcardMatcher(pattern.toLowerCase());
  const first = names.findIndex(matches);
  const isOnly = first >= 0 && !names.some((name, index) => index > first && matches(name));
  return isOnly ? service.actionNames()[first] : undefined;
}
