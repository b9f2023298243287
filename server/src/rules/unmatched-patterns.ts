import { expandActionPattern } from '../catalogue/action-pattern.ts';
import type { Catalogue, Service } from '../catalogue/catalogue.ts';
import { ownsAction } from '../catalogue/prefix-slip.ts';
import { verbsLike } from '../catalogue/similar-action.ts';
import { actionsForApiName } from '../iam/api-name.ts';
import { type Repair, repairedPatterns } from '../iam/wildcard-repair.ts';
import type { ActionString } from '../policy/statement.ts';
import { changeToAny, changeToEach } from './change-to.ts';
import type { Finding } from './rule.ts';

/** Findings about patterns that match no action of a known service. */
export function* unmatchedPatterns(
  actions: readonly ActionString[],
  catalogue: Catalogue,
): Generator<Finding> {
  for (const { name, isPattern, servicePrefix, value, range } of actions) {
    const service = catalogue.service(servicePrefix);
    if (!service || !isPattern || !name || !/^[*?]*[\w-][\w*?-]*$/.test(name)) continue;
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
}

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
