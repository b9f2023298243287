import type { Catalogue } from '../catalogue/catalogue.ts';
import { type CloudTrailUsage, isUnlogged } from './cloudtrail.ts';
import { readCloudTrailEvent } from './cloudtrail-event.ts';
import { cloudTrailRecords } from './cloudtrail-records.ts';
import { count, finished, newTally, type Tally } from './cloudtrail-tally.ts';
import { readUsageReport, type UsedActions, usedByCloudTrail } from './used-actions.ts';

/** Takes log files of CloudTrail and reports one after the other, so that any number of them fits. */
export interface UsageCollector {
  /** Add what one file holds; false if that is neither records of CloudTrail nor a report. */
  add(json: unknown): boolean;
  /** Users, and roles of sessions, whose events were added; ARNs, sorted. */
  principals(): readonly string[];
  /** What was used; undefined if nothing was added, or nothing that counts. */
  reading(options?: ReadingOptions): UsageReading | undefined;
}

export interface CollectorOptions {
  /** Count only the events of this user or role: an ARN, or the name. */
  readonly principal?: string | undefined;
  /** Also sum up for each principal, so that a reading can be of one. */
  readonly isByPrincipal?: boolean;
}

export interface ReadingOptions {
  /** Only the events of one of `principals()`; the collector has to be by principal. */
  readonly principal?: string | undefined;
  /** Count actions as used whose events a trail does not log by default. */
  readonly keepUnlogged?: boolean | undefined;
}

/** What log files and reports say was used. */
export interface UsageReading {
  readonly used: UsedActions;
  /** Undefined where there are only reports. */
  readonly usage: CloudTrailUsage | undefined;
  /** Whether an action may be used though no event would show it. */
  mayBeUnlogged(fullName: string): boolean;
}

/** Nothing added yet. */
export function usageCollector(
  catalogue: Catalogue,
  { principal, isByPrincipal = false }: CollectorOptions = {},
): UsageCollector {
  const all = newTally();
  const byPrincipal = new Map<string, Tally>();
  const reports: UsedActions[] = [];
  let records = 0;

  const addRecord = (record: unknown): void => {
    records++;
    const event = readCloudTrailEvent(record);
    if (!event) all.unreadable++;
    else if (principal !== undefined && !event.identities.includes(principal)) all.ofOthers++;
    else {
      count(event, catalogue, all);
      const [who] = event.identities;
      if (who === undefined || !isByPrincipal) return;
      const own = byPrincipal.get(who) ?? newTally();
      byPrincipal.set(who, own);
      count(event, catalogue, own);
    }
  };
  return {
    add(json) {
      const found = cloudTrailRecords(json);
      for (const record of found ?? []) addRecord(record);
      const report = found ? undefined : readUsageReport(json);
      if (report) reports.push(report);
      return found !== undefined || report !== undefined;
    },
    principals: () => finished(all).principals,
    reading({ principal: only, keepUnlogged = false } = {}) {
      const counts = records > all.ofOthers + all.unreadable;
      if (!counts && reports.length === 0) return undefined;
      const tally = only === undefined ? all : byPrincipal.get(only);
      const usage = counts && tally ? finished(tally) : undefined;
      const sources = [
        ...(usage ? [usedByCloudTrail(usage, { keepsUnlogged: keepUnlogged })] : []),
        ...reports,
      ];
      return {
        used: anyOf(sources),
        usage,
        mayBeUnlogged: (name) => usage !== undefined && isUnlogged(usage, name),
      };
    },
  };
}

/** Used is what one of the sources says was used. */
function anyOf(sources: readonly UsedActions[]): UsedActions {
  return {
    source: sources.map(({ source }) => source).join(', '),
    isUsed: (name) => sources.some((source) => source.isUsed(name)),
    resourcesOf(name) {
      const own = sources.filter((source) => source.isUsed(name)).map((source) => source.resourcesOf?.(name));
      const known = own.filter((arns) => arns !== undefined);
      return own.length > 0 && known.length === own.length ? [...new Set(known.flat())] : undefined;
    },
    caveats: [...new Set(sources.flatMap(({ caveats }) => caveats))],
  };
}
