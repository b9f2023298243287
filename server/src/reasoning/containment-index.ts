import { memoized } from '../base/memo.ts';
import type { PlacedStatement } from '../policy/policy-document.ts';
import type { Statement } from '../policy/statement.ts';
import { type HeadIndex, headIndex } from './glob/head-index.ts';

/**
 * The statements, of some, that may contain another one by their actions and resources; finds them without a search.
 * `services` are those of the actions that matter; without them one that all of them must contain.
 */
export type ContainmentIndex = (
  inner: PlacedStatement,
  services?: readonly string[],
) => readonly PlacedStatement[];

/**
 * Sorts statements by the services of their actions and the beginnings of their resources. Whatever contains another
 * statement contains its first action and its first resource, so that only few are looked at, also of thousands.
 */
export function containmentIndex(outers: readonly PlacedStatement[]): ContainmentIndex {
  const byService = new Map<string, HeadIndex<PlacedStatement>>();
  for (const outer of outers) {
    for (const service of servicesOf(outer.statement)) {
      const index = byService.get(service) ?? headIndex();
      byService.set(service, index);
      for (const pattern of resourcesOf(outer.statement)) index.add(pattern, outer);
    }
  }
  return (inner, services = servicesOf(inner.statement).slice(0, 1)) => {
    const [resource = '*'] = resourcesOf(inner.statement);
    const found = new Set<PlacedStatement>();
    for (const service of services) {
      for (const outer of byService.get(service)?.candidates(resource) ?? []) found.add(outer);
    }
    for (const outer of byService.get(ANY)?.candidates(resource) ?? []) found.add(outer);
    found.delete(inner);
    return [...found];
  };
}

/** Stands for all services: of `*`, of a pattern of services, of `NotAction`. */
const ANY = '*';

/** More services, as in lists of everything that can be read, are as good as all. */
const MANY_SERVICES = 20;

/** The services of a statement's actions, in lower case; `*` alone where they are many or not known by name. */
export const servicesOf = memoized((statement: Statement): readonly string[] => {
  if (statement.element('NotAction')) return [ANY];
  const prefixes = new Set(statement.actions.map(({ servicePrefix }) => servicePrefix.toLowerCase()));
  const isOpen = prefixes.size > MANY_SERVICES || [...prefixes].some((prefix) => /[*?]/.test(prefix));
  return isOpen ? [ANY] : [...prefixes];
});

/** All but some resources begin with anything, and so do those that go without saying. */
function resourcesOf({ resources }: Statement): readonly string[] {
  return resources.length > 0 && resources[0]?.element === 'Resource'
    ? resources.map(({ text }) => text)
    : EVERYTHING;
}

const EVERYTHING: readonly string[] = ['*'];
