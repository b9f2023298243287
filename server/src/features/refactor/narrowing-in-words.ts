import type { UsageReading } from '../../reasoning/usage-collector.ts';
import type { NarrowedStatement } from './narrow-statement.ts';

/** `/Statement/0 "Files": 12 of 180 actions remain.` */
export function narrowedInWords(statement: NarrowedStatement): string {
  const { pointer, sid, outcome, countBefore, countAfter, reason, unknown, note } = statement;
  const name = sid === undefined ? pointer : `${pointer} "${sid}"`;
  const kept = unknown.length > 0 ? ` Kept, though in no data: ${unknown.join(', ')}.` : '';
  const more = note && note !== reason ? ` ${note}` : '';
  if (outcome === 'narrowed') {
    return `${name}: ${countAfter} of ${countBefore} actions remain.${kept}${more}`;
  }
  return `${name}: ${outcome}. ${reason ?? ''}`.trimEnd() + more;
}

export interface UsageWording {
  readonly principal?: string | undefined;
  readonly keepUnlogged?: boolean | undefined;
  /** What to do about events of several principals, and about uses that a trail does not log; sentences. */
  readonly advice: { readonly principal: string; readonly unlogged: string };
}

/** Sentences about what was and was not counted as used, for actions that were removed as unused. */
export function usageInWords(
  { used, usage, mayBeUnlogged }: UsageReading,
  removed: readonly string[],
  { principal, keepUnlogged, advice }: UsageWording,
): readonly string[] {
  const lines: string[] = [];
  if (usage) {
    const { period, principals, denied, failed, unreadable } = usage;
    if (period) {
      lines.push(
        `The events are from ${period.from} to ${period.to}; what runs less often is not among them.`,
      );
    }
    if (principals.length > 1 && !principal) {
      lines.push(`They are of ${principals.length} users and roles; ${advice.principal}`);
    }
    if (denied.size > 0) lines.push(`Not counted, as they were denied: ${countedCalls(denied)}.`);
    if (failed.size > 0) lines.push(`Not counted, as they failed: ${countedCalls(failed)}.`);
    if (unreadable > 0) lines.push(`${unreadable} records are no events.`);
  }
  const unlogged = [...new Set(removed.filter(mayBeUnlogged))];
  if (unlogged.length > 0 && !keepUnlogged) {
    lines.push(
      `Removed, though a trail logs them only as data events, of which there are none: ${listed(unlogged)}. ${advice.unlogged}`,
    );
  }
  return [...lines, ...used.caveats];
}

function countedCalls(calls: ReadonlyMap<string, number>): string {
  return listed([...calls].map(([action, count]) => (count === 1 ? action : `${action} (${count} times)`)));
}

const MAX_LISTED = 20;

function listed(names: readonly string[]): string {
  const more = names.length - MAX_LISTED;
  return names.slice(0, MAX_LISTED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
