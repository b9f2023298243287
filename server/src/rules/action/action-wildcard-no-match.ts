import { expandActionPattern } from '../../catalogue/action-pattern.ts';
import type { Catalogue, Service } from '../../catalogue/catalogue.ts';
import { ownsAction } from '../../catalogue/prefix-slip.ts';
import { verbsLike } from '../../catalogue/similar-action.ts';
import { actionsForApiName } from '../../iam/api-name.ts';
import { type Repair, repairedPatterns } from '../../iam/wildcard-repair.ts';
import { changeToAny, changeToEach } from '../change-to.ts';
import { defineRule } from '../rule.ts';

/**
 * A pattern that matches no action of its service does nothing: an Allow with it grants nothing, a Deny with it
 * protects nothing. It would come to life only if AWS added an action of that name.
 */
export const actionWildcardNoMatch = defineRule({
  id: 'action-wildcard-no-match',
  scope: 'statement',
  severity: 'warning',
  category: 'correctness',
  summary: 'Action pattern matches no action',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
  equivalents: { accessAnalyzer: ['INVALID_ACTION'], parliament: ['UNKNOWN_ACTION'], cfnLint: ['W3037'] },
  examples: [{ bad: '"Action": "s3:Gte*"', good: '"Action": "s3:Get*"' }],

  *check({ statement, catalogue }) {
    for (const { name, isPattern, servicePrefix, value, range } of statement.actions) {
      const service = catalogue.service(servicePrefix);
      if (!service || !isPattern || !name || !/^[\w*?-]*[\w-][\w*?-]*$/.test(name)) continue;
      if (ownsAction(service, name)) continue;

      yield {
        range,
        message: `${service.prefix} has no action that matches "${name}".`,
        fixes() {
          const repairs = repairedPatterns(name, service.actionNames());
          const texts = repairs.map(({ text }) => `${service.prefix}:${text}`);
          if (texts.length === 0) return changeToAny(value, guesses(catalogue, service, name));
          return isClear(repairs) ? changeToEach(value, texts) : changeToAny(value, texts);
        },
      };
    }
  },
});

/** Not where many patterns are equally near, as for `GetX*`. */
function isClear(repairs: readonly Repair[]): boolean {
  return repairs.filter(({ cost }) => cost === repairs[0]?.cost).length < 3;
}

/** The pattern of an API operation's name, with another verb, or of another service. */
function guesses(catalogue: Catalogue, service: Service, name: string): readonly string[] {
  const ofOperation = actionsForApiName(service.prefix, name.replace(/[*?]+$/, ''));
  return [...ofOperation, ...withOtherVerb(service, name), ...ofOtherServices(catalogue, name)].slice(0, 4);
}

function withOtherVerb(service: Service, name: string): readonly string[] {
  const [verb = ''] = /^[A-Z]?[a-z]+/.exec(name) ?? [];
  return verbsLike(verb.toLowerCase())
    .map((other) => other.charAt(0).toUpperCase() + other.slice(1) + name.slice(verb.length))
    .filter((pattern) => verb !== '' && ownsAction(service, pattern))
    .slice(0, 3)
    .map((pattern) => `${service.prefix}:${pattern}`);
}

/** None where the pattern is so wide that it matches in many. */
function ofOtherServices(catalogue: Catalogue, name: string): readonly string[] {
  const prefixes = new Set(
    expandActionPattern(catalogue, `*:${name}`).map((action) => action.slice(0, action.indexOf(':'))),
  );
  return prefixes.size > 3 ? [] : [...prefixes].map((prefix) => `${prefix}:${name}`);
}
