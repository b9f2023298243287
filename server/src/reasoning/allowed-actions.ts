import { memoized } from '../base/memo.ts';
import { countActionsByAccessLevel, expandActionPattern } from '../catalogue/action-pattern.ts';
import { ACCESS_LEVELS, type AccessLevel, type ActionInfo, type Catalogue } from '../catalogue/catalogue.ts';
import { findAction } from '../catalogue/find-action.ts';
import { wildcardMatcher } from '../iam/wildcard.ts';
import type { ActionString, Statement } from '../policy/statement.ts';

export type LevelCounts = Readonly<Record<AccessLevel, number>>;

/** The actions of the catalogue that a statement is about. Each fact is computed when it is first asked for. */
export interface ActionSet {
  readonly size: number;
  readonly byLevel: LevelCounts;
  /** Of the services that have at least one action in the set, sorted. */
  readonly servicePrefixes: readonly string[];
  /** How many actions of a service are in the set. */
  countIn(servicePrefix: string): number;
  /** Full names, `s3:GetObject`, spelled as AWS does, sorted by service. */
  readonly names: readonly string[];
  /** The records of `names`, in any order; decodes every service of the set. */
  readonly infos: readonly ActionInfo[];
}

/**
 * What a statement's `Action` matches, or its `NotAction` leaves over; what is in no catalogue is left out. A Deny
 * denies these actions, an Allow allows them. Empty without either element.
 */
export function allowedActions(statement: Statement, catalogue: Catalogue): ActionSet {
  return ofStatement(catalogue)(statement);
}

const ofStatement = memoized((catalogue: Catalogue) =>
  memoized((statement: Statement): ActionSet => {
    const named = new Named(catalogue, statement.actions);
    return statement.actions.some(isNegated) ? new Others(catalogue, named) : named;
  }),
);

const isNegated = ({ element }: ActionString): boolean => element === 'NotAction';

/** A class because its facts cost very different amounts and few are ever needed. */
class Named implements ActionSet {
  readonly #catalogue: Catalogue;
  readonly #patterns: readonly string[];
  #byLevel: LevelCounts | undefined;
  #names: readonly string[] | undefined;
  #infos: readonly ActionInfo[] | undefined;

  constructor(catalogue: Catalogue, actions: readonly ActionString[]) {
    this.#catalogue = catalogue;
    this.#patterns = actions.map(({ text }) => text);
  }

  get size(): number {
    return sum(this.byLevel);
  }

  get byLevel(): LevelCounts {
    this.#byLevel ??= this.#patterns.some(isEverything)
      ? totals(this.#catalogue)
      : countActionsByAccessLevel(this.#catalogue, this.#patterns);
    return this.#byLevel;
  }

  get servicePrefixes(): readonly string[] {
    return [...new Set(this.names.map(prefixOf))];
  }

  countIn(servicePrefix: string): number {
    const names = this.#catalogue.service(servicePrefix)?.actionNames() ?? [];
    if (this.#patterns.some(isEverything)) return names.length;
    const own = this.#patterns.filter((pattern) => mayBeOf(servicePrefix, pattern));
    if (own.length === 0) return 0;
    const matchers = own.map((pattern) => wildcardMatcher(pattern.toLowerCase()));
    return names.filter((name) => {
      const action = `${servicePrefix}:${name}`.toLowerCase();
      return matchers.some((matches) => matches(action));
    }).length;
  }

  get names(): readonly string[] {
    this.#names ??= [...new Set(this.#patterns.flatMap((pattern) => this.#expand(pattern)))].sort();
    return this.#names;
  }

  /** Not by way of the names: with thousands of actions, sorting and matching them would take most of the time. */
  get infos(): readonly ActionInfo[] {
    this.#infos ??= [
      ...new Set(
        this.#patterns.flatMap((pattern) =>
          infosOf(this.#catalogue, /[*?]/.test(pattern) ? this.#expand(pattern) : [pattern]),
        ),
      ),
    ];
    return this.#infos;
  }

  #expand(pattern: string): readonly string[] {
    return expandActionPattern(this.#catalogue, pattern);
  }
}

/** All but the named ones; counts come from subtraction, so that few of the thousands of names are looked at. */
class Others implements ActionSet {
  readonly #catalogue: Catalogue;
  readonly #excluded: ActionSet;

  constructor(catalogue: Catalogue, excluded: ActionSet) {
    this.#catalogue = catalogue;
    this.#excluded = excluded;
  }

  get size(): number {
    return sum(this.byLevel);
  }

  get byLevel(): LevelCounts {
    const all = totals(this.#catalogue);
    const { byLevel } = this.#excluded;
    return countsOf((level) => all[level] - byLevel[level]);
  }

  countIn(servicePrefix: string): number {
    return sizeOf(this.#catalogue, servicePrefix) - this.#excluded.countIn(servicePrefix);
  }

  get servicePrefixes(): readonly string[] {
    const excluded = countByService(this.#excluded.names);
    return this.#catalogue
      .servicePrefixes()
      .filter((prefix) => sizeOf(this.#catalogue, prefix) > (excluded.get(prefix) ?? 0));
  }

  get names(): readonly string[] {
    const excluded = new Set(this.#excluded.names);
    return expandActionPattern(this.#catalogue, '*').filter((name) => !excluded.has(name));
  }

  get infos(): readonly ActionInfo[] {
    return infosOf(this.#catalogue, this.names);
  }
}

const sizeOf = (catalogue: Catalogue, servicePrefix: string): number =>
  catalogue.service(servicePrefix)?.actionNames().length ?? 0;

const totals = memoized((catalogue: Catalogue) => countActionsByAccessLevel(catalogue, ['*']));

function countsOf(count: (level: AccessLevel) => number): LevelCounts {
  return Object.fromEntries(ACCESS_LEVELS.map((level) => [level, count(level)])) as Record<
    AccessLevel,
    number
  >;
}

function countByService(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(prefixOf(name), (counts.get(prefixOf(name)) ?? 0) + 1);
  return counts;
}

function infosOf(catalogue: Catalogue, names: readonly string[]): readonly ActionInfo[] {
  return names.flatMap((name) => findAction(catalogue, name) ?? []);
}

function mayBeOf(servicePrefix: string, pattern: string): boolean {
  const own = prefixOf(pattern);
  return /[*?]/.test(own) || own.toLowerCase() === servicePrefix || !pattern.includes(':');
}

const isEverything = (pattern: string): boolean => /^\*+(:\*+)?$/.test(pattern);

const prefixOf = (name: string): string => name.slice(0, name.indexOf(':'));

const sum = (counts: LevelCounts): number => ACCESS_LEVELS.reduce((total, level) => total + counts[level], 0);
