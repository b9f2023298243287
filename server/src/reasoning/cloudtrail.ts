import { DATA_EVENT_ACTIONS } from '../iam/cloudtrail-event.ts';

/** What CloudTrail records say about the use of permissions. */
export interface CloudTrailUsage {
  /** By full name, spelled as AWS does. */
  readonly actions: ReadonlyMap<string, ActionUse>;
  /** Of actions of which every event names all that they were used on: the ARNs, sorted. */
  readonly scopes: ReadonlyMap<string, readonly string[]>;
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

/** Data event actions of services for which no data event was logged: whether they are used cannot be seen. */
export function isUnlogged({ dataEventServices }: CloudTrailUsage, fullName: string): boolean {
  const [prefix = '', name = ''] = fullName.split(':');
  return (
    !dataEventServices.has(prefix) && (DATA_EVENT_ACTIONS.get(prefix)?.split(' ').includes(name) ?? false)
  );
}
