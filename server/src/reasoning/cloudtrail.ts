import type { Catalogue } from '../catalogue/catalogue.ts';
import { findAction } from '../catalogue/find-action.ts';
import { DATA_EVENT_ACTIONS, EVENTS_WITHOUT_PERMISSION } from '../iam/cloudtrail-event.ts';
import { type CloudTrailEvent, readCloudTrailEvent } from './cloudtrail-event.ts';
import { eventActions, eventSourceLabel } from './event-actions.ts';
import { impliedActions } from './implied-actions.ts';

/** What CloudTrail records say about the use of permissions. */
export interface CloudTrailUsage {
  /** By full name, spelled as AWS does. */
  readonly actions: ReadonlyMap<string, ActionUse>;
  /** Calls that were not authorised, by action: no sign that the permission is used. */
  readonly denied: ReadonlyMap<string, number>;
  /** Calls that failed otherwise, by action: they do not count as used either. */
  readonly failed: ReadonlyMap<string, number>;
  /** Events whose action is not known; never to be dropped without a word. */
  readonly unmapped: readonly UnmappedEvent[];
  /** Events that need no permission of the caller's: sign-in, calls of AWS services on their own behalf. */
  readonly needless: number;
  /** Records that are no events. */
  readonly unreadable: number;
  /** Events of others than the principal asked for. */
  readonly ofOthers: number;
  /** ARNs of users, and of the roles of sessions, sorted. */
  readonly principals: readonly string[];
  /** The times of the first and the last event counted, as written; undefined without one. */
  readonly period: { readonly from: string; readonly to: string } | undefined;
  /** Prefixes of the services for which data events were logged. */
  readonly dataEventServices: ReadonlySet<string>;
}

export interface ActionUse {
  /** Events that needed it. */
  readonly count: number;
  /** ARNs of the resources that the events name, at most a hundred. */
  readonly resources: readonly string[];
  /** No event is about the action itself; the parameters of others show that they needed it. */
  readonly isImplied: boolean;
}

export interface UnmappedEvent {
  readonly source: string;
  readonly name: string;
  readonly count: number;
}

export interface UsageOptions {
  /** Count only the events of this user or role: an ARN, or the name. */
  readonly principal?: string | undefined;
}

/** Sum up records, one by one, so that any number of them fits; what is no event is counted and left out. */
export function cloudTrailUsage(
  records: Iterable<unknown>,
  catalogue: Catalogue,
  { principal }: UsageOptions = {},
): CloudTrailUsage {
  const tally = newTally();
  for (const record of records) {
    const event = readCloudTrailEvent(record);
    if (!event) tally.unreadable++;
    else if (principal !== undefined && !event.identities.includes(principal)) tally.ofOthers++;
    else count(event, catalogue, tally);
  }
  return finished(tally);
}

/** Data event actions of services for which no data event was logged: whether they are used cannot be seen. */
export function isUnlogged({ dataEventServices }: CloudTrailUsage, fullName: string): boolean {
  const [prefix = '', name = ''] = fullName.split(':');
  return (
    !dataEventServices.has(prefix) && (DATA_EVENT_ACTIONS.get(prefix)?.split(' ').includes(name) ?? false)
  );
}

interface Tally {
  readonly actions: Map<string, { count: number; resources: Set<string>; isImplied: boolean }>;
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

function newTally(): Tally {
  return {
    actions: new Map(),
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

function count(event: CloudTrailEvent, catalogue: Catalogue, tally: Tally): void {
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
    const implied = info ? impliedActions(catalogue, info, event.parameters) : [];
    for (const own of implied) use(tally, own.action, own.resources, true);
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

function finished({ actions, unmapped, principals, from, to, ...rest }: Tally): CloudTrailUsage {
  const byName = [...actions].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...rest,
    actions: new Map(
      byName.map(([name, own]) => [name, { ...own, resources: [...own.resources].sort() }] as const),
    ),
    unmapped: [...unmapped.values()].sort((a, b) => b.count - a.count),
    principals: [...principals].sort(),
    period: from === '' ? undefined : { from, to },
  };
}
