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
    const { services, resources } = outlineOf(outer.statement);
    for (const service of services) {
      const index = byService.get(service) ?? headIndex();
      byService.set(service, index);
      for (const pattern of resources) index.add(pattern, outer);
    }
  }
  const ofAny = byService.get(ANY);
  return (inner, services) => {
    const outline = outlineOf(inner.statement);
    let found = ofAny?.candidates(outline.resources[0]) ?? NOTHING;
    for (const service of services ?? outline.firstService) {
      const own =
        service === ANY ? NOTHING : (byService.get(service)?.candidates(outline.resources[0]) ?? NOTHING);
      if (own.length > 0) found = found.length > 0 ? [...found, ...own] : own;
    }
    // Mostly only itself.
    if (found.length < 2) return found[0] === inner ? NOTHING : found;
    return [...new Set(found)].filter((outer) => outer !== inner);
  };
}

const NOTHING: readonly PlacedStatement[] = [];

/** Stands for all services: of `*`, of a pattern of services, of `NotAction`. */
const ANY = '*';

/** More services, as in lists of everything that can be read, are as good as all. */
const MANY_SERVICES = 20;

/** The services of a statement's actions, in lower case; `*` alone where they are many or not known by name. */
export function servicesOf(statement: Statement): readonly string[] {
  return outlineOf(statement).services;
}

interface Outline {
  readonly services: readonly string[];
  readonly firstService: readonly string[];
  /** All but some resources begin with anything, and so do those that go without saying. */
  readonly resources: readonly [string, ...string[]];
}

const outlineOf = memoized((statement: Statement): Outline => {
  const services = literalServices(statement) ?? [ANY];
  const [first, ...others] = statement.resources;
  const resources: Outline['resources'] =
    first?.element === 'Resource' ? [first.text, ...others.map(({ text }) => text)] : ['*'];
  return { services, firstService: services.slice(0, 1), resources };
});

function literalServices(statement: Statement): readonly string[] | undefined {
  if (statement.element('NotAction')) return undefined;
  const prefixes = new Set(statement.actions.map(({ servicePrefix }) => servicePrefix.toLowerCase()));
  const isOpen = prefixes.size > MANY_SERVICES || [...prefixes].some((prefix) => /[*?]/.test(prefix));
  return isOpen ? undefined : [...prefixes];
}
