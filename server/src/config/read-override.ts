import { removeEntry } from '../policy/list-edit.ts';
import { type ArrayValue, kindName, type ObjectValue, type Value } from '../policy/value.ts';
import type { Override } from './config.ts';
import type { Report } from './config-problems.ts';
import { readRules } from './read-rules.ts';

/** The list `overrides`; entries that are expired or give no reason are reported, and what is wrong is left out. */
export function readOverrides(
  value: Value | undefined,
  today: string | undefined,
  report: Report,
): readonly Override[] {
  if (!value) return [];
  if (value.kind !== 'array') {
    report(value.range, `A list of overrides is expected here, not ${kindName(value)}.`, { kind: 'form' });
    return [];
  }
  return value.items.flatMap((item) => {
    if (item.kind === 'object') return readOverride(item, value, today, report) ?? [];
    report(item.range, `An object with "rules" is expected here, not ${kindName(item)}.`, { kind: 'form' });
    return [];
  });
}

/** What an override may hold. */
export const OVERRIDE_KEYS: readonly string[] = ['files', 'statements', 'rules', 'reason', 'until'];

function readOverride(
  object: ObjectValue,
  list: ArrayValue,
  today: string | undefined,
  report: Report,
): Override | undefined {
  const members = new Map<string, Value>();
  for (const { key, value } of object.members) {
    report.unknownKey(key, OVERRIDE_KEYS);
    if (value) members.set(key.text, value);
  }
  const [files, rules, until] = ['files', 'rules', 'until'].map((key) => members.get(key));
  const override: Override = {
    files: report.strings(files)?.map(({ value }) => value),
    statements: report.strings(members.get('statements')),
    rules: readRules(rules, report),
    reason: report.string(members.get('reason'))?.value.trim() || undefined,
    until: readDay(until, report),
    range: object.range,
  };
  // What was meant for a few must not hold for all because its names cannot be read.
  const isWhole = isEmptyOnlyIfMissing(members, override);
  if (!rules) report(firstKey(object), 'This override changes no rule.', { kind: 'form' });
  else if (!override.reason && [...override.rules.values()].includes('off')) {
    report(firstKey(object), 'This override switches a rule off without saying why.', { severity: 'hint' });
  }
  if (override.until && today && override.until < today && until) {
    report(until.range, `This override has expired on ${override.until}, so it has no effect.`, {
      severity: 'warning',
      fixes: [{ title: 'Remove the override', edits: [removeEntry(list, object.range)] }],
    });
  }
  return isWhole ? override : undefined;
}

function isEmptyOnlyIfMissing(
  members: ReadonlyMap<string, Value>,
  { files, statements, until }: Override,
): boolean {
  return (
    members.has('files') === Boolean(files?.length) &&
    members.has('statements') === Boolean(statements?.length) &&
    members.has('until') === (until !== undefined)
  );
}

function readDay(value: Value | undefined, report: Report): string | undefined {
  const day = report.string(value);
  if (!day) return undefined;
  const time = /^\d{4}-\d\d-\d\d$/.test(day.value) ? Date.parse(day.value) : Number.NaN;
  if (!Number.isNaN(time)) return day.value;
  report(day.range, 'A day is expected here, as in "2027-03-31".', { kind: 'form' });
  return undefined;
}

/** A whole object is too much to underline. */
function firstKey({ members, range }: ObjectValue): ObjectValue['range'] {
  return members[0]?.key.range ?? range;
}
