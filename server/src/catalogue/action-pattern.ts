import { memoized } from '../base/memo.ts';
import { recent } from '../base/recent.ts';
import { wildcardMatcher } from '../iam/wildcard.ts';
import { ACCESS_LEVELS, type AccessLevel, type Catalogue, type Service } from './catalogue.ts';

/**
 * Full names (`s3:GetObject`) of the actions that `pattern` matches without regard to case, in the order of the
 * catalogue. Empty for a pattern that matches none or, but for `*`, has no colon.
 */
export function expandActionPattern(catalogue: Catalogue, pattern: string): readonly string[] {
  return isLiteral(pattern) ? spelledByAws(catalogue, pattern) : expanded(catalogue)(pattern);
}

function spelledByAws(catalogue: Catalogue, fullName: string): readonly string[] {
  const colon = fullName.indexOf(':');
  const service = catalogue.service(fullName.slice(0, Math.max(colon, 0)));
  const position = service?.positionOf(fullName.slice(colon + 1));
  if (!service || position === undefined) return [];
  return [`${service.prefix}:${service.actionNames()[position]}`];
}

const expanded = memoized((catalogue: Catalogue) =>
  recent(MOST_PATTERNS, (pattern): readonly string[] => {
    const actions: string[] = [];
    eachMatch(catalogue, [pattern], (service, index) => {
      actions.push(`${service.prefix}:${service.actionNames()[index]}`);
    });
    return actions;
  }),
);

/** One finding and its repairs ask about the same pattern many times, and many statements about the same ones. */
const MOST_PATTERNS = 200;

/** How many actions of each level the patterns match together; an action that several match counts once. */
export function countActionsByAccessLevel(
  catalogue: Catalogue,
  patterns: readonly string[],
): Readonly<Record<AccessLevel, number>> {
  const counts = Object.fromEntries(ACCESS_LEVELS.map((level) => [level, 0])) as Record<AccessLevel, number>;
  eachMatch(catalogue, patterns, (service, index) => {
    counts[service.accessLevelAt(index)]++;
  });
  return counts;
}

interface ActionPattern {
  readonly prefix: string;
  /** In lower case. */
  readonly name: string;
  readonly matchesPrefix: (prefix: string) => boolean;
  readonly matchesName: (name: string) => boolean;
}

/**
 * Visit every action that one of the patterns matches, once, by its service and its index in `actionNames()`.
 * Touches names and levels only, which the catalogue has without decoding a service.
 */
export function eachMatch(
  catalogue: Catalogue,
  patterns: readonly string[],
  visit: (service: Service, index: number) => void,
): void {
  const parsed = patterns.map(parse).filter((pattern) => pattern !== undefined);
  for (const [service, own] of byService(catalogue, parsed)) {
    const literal = new Set(
      own.filter(({ name }) => isLiteral(name)).map(({ name }) => service.positionOf(name)),
    );
    const matchers = own.filter(({ name }) => !isLiteral(name)).map(({ matchesName }) => matchesName);
    for (const [index, name] of lowerCaseNames(service).entries()) {
      if (literal.has(index) || matchers.some((matches) => matches(name))) visit(service, index);
    }
  }
}

const isLiteral = (text: string): boolean => !/[*?]/.test(text);

/** A name holds no colon, so the first one of the pattern is the only one it can match. */
function parse(pattern: string): ActionPattern | undefined {
  const [prefix, name] = /^\*+$/.test(pattern) ? ['*', '*'] : splitAtColon(pattern.toLowerCase());
  if (name === undefined) return;
  return { prefix, name, matchesPrefix: wildcardMatcher(prefix), matchesName: wildcardMatcher(name) };
}

function splitAtColon(pattern: string): readonly [prefix: string, name?: string] {
  const colon = pattern.indexOf(':');
  return colon < 0 ? [pattern] : [pattern.slice(0, colon), pattern.slice(colon + 1)];
}

/** Sorted, with the patterns about each. Without wildcards in the prefixes no other service is looked at. */
function byService(
  catalogue: Catalogue,
  patterns: readonly ActionPattern[],
): readonly (readonly [Service, readonly ActionPattern[]])[] {
  const byPrefix = new Map<string, ActionPattern[]>();
  for (const pattern of patterns) {
    const prefixes = isLiteral(pattern.prefix)
      ? [pattern.prefix]
      : catalogue.servicePrefixes().filter(pattern.matchesPrefix);
    for (const prefix of prefixes) {
      const known = byPrefix.get(prefix);
      if (known) known.push(pattern);
      else byPrefix.set(prefix, [pattern]);
    }
  }
  return [...byPrefix.keys()].sort().flatMap((prefix) => {
    const service = catalogue.service(prefix);
    return service ? [[service, byPrefix.get(prefix) ?? []] as const] : [];
  });
}

/**
 * Names of a service in lower case, in the order of the catalogue. Kept, because matching over the whole catalogue
 * would otherwise spend most of its time here.
 */
export const lowerCaseNames = memoized((service: Service): readonly string[] =>
  service.actionNames().map((name) => name.toLowerCase()),
);
