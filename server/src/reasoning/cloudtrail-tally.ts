import type { Catalogue } from '../catalogue/catalogue.ts';
import { findAction } from '../catalogue/find-action.ts';
import { EVENTS_WITHOUT_PERMISSION } from '../iam/cloudtrail-event.ts';
import type { CloudTrailUsage } from './cloudtrail.ts';
import type { CloudTrailEvent } from './cloudtrail-event.ts';
import { eventActions, eventSourceLabel } from './event-actions.ts';
import { impliedActions } from './implied-actions.ts';
import { namedResources } from './named-resources.ts';
import { MOST_RESOURCES } from './used-actions.ts';

/** A sum of events that grows; `finished` makes it a usage. */
export interface Tally {
  readonly actions: Map<string, { count: number; resources: Set<string>; isImplied: boolean }>;
  readonly scopes: Map<string, Scope>;
  readonly denied: Map<string, number>;
  readonly failed: Map<string, number>;
  readonly unmapped: Map<string, { source: string; name: string; count: number }>;
  readonly principals: Set<string>;
  readonly dataEventServices: Set<string>;
  needless: number;
  unreadable: number;
  ofOthers: number;
  from: string;
  to: string;
}

/** What the events of an action name; `isKnown` as long as each names all, and few. */
interface Scope {
  isKnown: boolean;
  readonly arns: Set<string>;
  /** What events named together, so that nothing is looked up twice. */
  readonly seen: Set<string>;
}

/** A sum of nothing. */
export function newTally(): Tally {
  return {
    actions: new Map(),
    scopes: new Map(),
    denied: new Map(),
    failed: new Map(),
    unmapped: new Map(),
    principals: new Set(),
    dataEventServices: new Set(),
    needless: 0,
    unreadable: 0,
    ofOthers: 0,
    from: '',
    to: '',
  };
}

/** Add one event. */
export function count(event: CloudTrailEvent, catalogue: Catalogue, tally: Tally): void {
  if (event.time !== '') {
    if (tally.from === '' || event.time < tally.from) tally.from = event.time;
    if (event.time > tally.to) tally.to = event.time;
  }
  const label = eventSourceLabel(event.source);
  if (event.isOfService || EVENTS_WITHOUT_PERMISSION.get(label)?.includes(event.name)) {
    tally.needless++;
    return;
  }
  const [who] = event.identities;
  if (who !== undefined) tally.principals.add(who);
  const actions = eventActions(catalogue, event.source, event.name);
  if (actions.length === 0) {
    const key = `${event.source} ${event.name}`;
    const known = tally.unmapped.get(key) ?? { source: event.source, name: event.name, count: 0 };
    tally.unmapped.set(key, known);
    known.count++;
    return;
  }
  if (event.isData) for (const action of actions) tally.dataEventServices.add(action.split(':')[0] as string);
  if (event.errorCode !== undefined) {
    const calls = isDenial(event.errorCode) ? tally.denied : tally.failed;
    for (const action of actions) calls.set(action, (calls.get(action) ?? 0) + 1);
    return;
  }
  for (const action of actions) {
    use(tally, action, event.resources, false);
    const info = findAction(catalogue, action);
    // An index has an ARN of its own, which events leave out.
    const named = Object.hasOwn(event.parameters, 'indexName') ? [] : event.resources;
    limit(tally, action, named, catalogue);
    const implied = info ? impliedActions(catalogue, info, event.parameters) : [];
    for (const own of implied) {
      use(tally, own.action, own.resources, true);
      limit(tally, own.action, own.resources, catalogue);
    }
  }
}

/** As the services word it: `AccessDenied`, `AccessDeniedException`, `Client.UnauthorizedOperation`. */
const isDenial = (errorCode: string): boolean =>
  /AccessDenied|Unauthorized|NotAuthorized|AuthorizationError|Forbidden/i.test(errorCode);

function use(tally: Tally, action: string, resources: readonly string[], isImplied: boolean): void {
  const known = tally.actions.get(action) ?? { count: 0, resources: new Set<string>(), isImplied: true };
  tally.actions.set(action, known);
  known.count++;
  known.isImplied &&= isImplied;
  for (const arn of resources) if (known.resources.size < MAX_RESOURCES) known.resources.add(arn);
}

const MAX_RESOURCES = 100;

function limit(tally: Tally, action: string, resources: readonly string[], catalogue: Catalogue): void {
  const scope = tally.scopes.get(action) ?? { isKnown: true, arns: new Set(), seen: new Set() };
  tally.scopes.set(action, scope);
  const key = resources.join('\n');
  if (!scope.isKnown || scope.seen.has(key)) return;
  if (scope.seen.size < MAX_RESOURCES) scope.seen.add(key);
  const info = findAction(catalogue, action);
  const named = info && namedResources(info, resources, catalogue);
  for (const arn of named ?? []) scope.arns.add(arn);
  scope.isKnown = named !== undefined && scope.arns.size <= MOST_RESOURCES;
}

/** What the sum says so far. */
export function finished({
  actions,
  scopes,
  unmapped,
  principals,
  from,
  to,
  ...rest
}: Tally): CloudTrailUsage {
  const byName = [...actions].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...rest,
    actions: new Map(
      byName.map(([name, own]) => [name, { ...own, resources: [...own.resources].sort() }] as const),
    ),
    scopes: new Map(
      [...scopes].flatMap(([name, { isKnown, arns }]) =>
        isKnown ? [[name, [...arns].sort()] as const] : [],
      ),
    ),
    unmapped: [...unmapped.values()].sort((a, b) => b.count - a.count),
    principals: [...principals].sort(),
    period: from === '' ? undefined : { from, to },
  };
}
