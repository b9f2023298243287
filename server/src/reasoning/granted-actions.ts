import { ACCESS_LEVELS, type AccessLevel, type Catalogue } from '../catalogue/catalogue.ts';
import type { PolicyDocument } from '../policy/policy-document.ts';
import type { Statement } from '../policy/statement.ts';
import { strings } from '../policy/value.ts';
import { allowedActions } from './allowed-actions.ts';

/** What the Allow statements of a policy list together, wherever and under whatever conditions. */
export interface GrantedActions {
  readonly total: number;
  /** By service prefix, sorted. */
  readonly services: readonly GrantedService[];
  /** Actions that an Allow lists and a Deny takes away whatever the request: they are not counted above. */
  readonly takenAway: number;
}

export interface GrantedService {
  readonly prefix: string;
  readonly byLevel: Readonly<Record<AccessLevel, number>>;
  /** Full names of those that change permissions. */
  readonly changing: readonly string[];
}

/** Looks at every action: thousands for a `*`. */
export function grantedActions({ statements }: PolicyDocument, catalogue: Catalogue): GrantedActions {
  const named = namesOf(statements.map(({ statement }) => statement).filter(isAllow), catalogue);
  const denied = namesOf(statements.map(({ statement }) => statement).filter(isTotalDeny), catalogue);
  const names = [...named].filter((name) => !denied.has(name));
  return {
    total: names.length,
    services: byService(names, catalogue),
    takenAway: named.size - names.length,
  };
}

function namesOf(statements: readonly Statement[], catalogue: Catalogue): ReadonlySet<string> {
  return new Set(statements.flatMap((statement) => allowedActions(statement, catalogue).names));
}

const isAllow = ({ effect }: Statement): boolean => effect === 'Allow';

/** No condition, every resource, and everyone whom the policy may concern. */
function isTotalDeny(statement: Statement): boolean {
  const condition = statement.element('Condition')?.value;
  const isConditional =
    statement.element('Condition') && (condition?.kind !== 'object' || condition.members.length > 0);
  const isEverywhere =
    !statement.element('NotResource') &&
    (!statement.element('Resource') || statement.resources.some(({ text }) => text === '*'));
  return statement.effect === 'Deny' && !isConditional && isEverywhere && concernsEveryone(statement);
}

function concernsEveryone({ principals }: Statement): boolean {
  return principals.every(
    ({ element, type, values }) =>
      element === 'Principal' && type === undefined && strings(values).some(({ text }) => text === '*'),
  );
}

function byService(names: readonly string[], catalogue: Catalogue): readonly GrantedService[] {
  const services = new Map<string, { byLevel: Record<AccessLevel, number>; changing: string[] }>();
  for (const name of names) {
    const prefix = name.slice(0, name.indexOf(':'));
    const level = catalogue.service(prefix)?.accessLevel(name.slice(prefix.length + 1));
    if (!level) continue;
    const service = services.get(prefix) ?? { byLevel: noActions(), changing: [] };
    services.set(prefix, service);
    service.byLevel[level]++;
    if (level === 'Permissions management') service.changing.push(name);
  }
  return [...services]
    .map(([prefix, service]) => ({ prefix, ...service }))
    .sort((a, b) => (a.prefix < b.prefix ? -1 : 1));
}

function noActions(): Record<AccessLevel, number> {
  return Object.fromEntries(ACCESS_LEVELS.map((level) => [level, 0])) as Record<AccessLevel, number>;
}
