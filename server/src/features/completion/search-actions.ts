import { wordMatcher } from '../../base/word-match.ts';
import type { Catalogue, Service } from '../../catalogue/catalogue.ts';
import { isKnownAction } from '../../catalogue/is-known-action.ts';
import { servicesByUse } from '../../catalogue/services-by-use.ts';
import { actionsForApiName, apiNames } from '../../iam/api-name.ts';

/** An action found without its service. */
export interface FoundAction {
  readonly action: string;
  readonly description: string;
}

const MIN_LETTERS = 3;
const MAX_FOUND = 10;
const MAX_SERVICES = 60;

/** Actions of any much used service whose words begin as typed: `list buckets` finds `s3:ListAllMyBuckets`. */
export function searchActions(typed: string, catalogue: Catalogue): readonly FoundAction[] {
  if (typed.length < MIN_LETTERS || !/^[\w -]+$/.test(typed)) return [];
  const matchOf = wordMatcher(typed);
  const found = [
    ...ofOperations(matchOf, catalogue),
    ...usualServices(catalogue).flatMap((service) => ofService(matchOf, service)),
  ];
  found.sort((a, b) => b.score - a.score);
  const unique = new Map(found.map((item) => [item.action, item] as const).reverse());
  return found.filter((item) => unique.get(item.action) === item).slice(0, MAX_FOUND);
}

type Matcher = ReturnType<typeof wordMatcher>;

interface Scored extends FoundAction {
  readonly score: number;
}

function ofService(matchOf: Matcher, service: Service): readonly Scored[] {
  return service.actionNames().flatMap((name, index) => {
    const match = matchOf(name);
    if (match === undefined || match < 2) return [];
    const action = `${service.prefix}:${name}`;
    const score = match * 4 + service.usageAt(index) - name.length / 10;
    return [{ action, description: service.accessLevelAt(index), score }];
  });
}

function ofOperations(matchOf: Matcher, catalogue: Catalogue): readonly Scored[] {
  return apiNames().flatMap((full) => {
    const [prefix = '', operation = ''] = full.split(':');
    if ((matchOf(operation) ?? 0) < 2) return [];
    const usage = usualServices(catalogue).some((service) => service.prefix === prefix) ? 4 : 0;
    const description = `allows the operation ${operation}`;
    return actionsForApiName(prefix, operation)
      .filter((action) => isKnownAction(action, catalogue))
      .map((action) => ({
        action,
        description,
        score: 8 + usage - operation.length / 10,
      }));
  });
}

/** The services that policies name most; looking through all 22,000 names at every letter would be felt. */
const usualServices = (catalogue: Catalogue): readonly Service[] =>
  servicesByUse(catalogue).slice(0, MAX_SERVICES);
