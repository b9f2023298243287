/** A moment as a policy may write it. */
export interface DateValue {
  readonly form: 'iso' | 'epoch';
  /** Milliseconds since 1970; a time without zone is read as UTC, a date without time as its beginning. */
  readonly time: number;
  /** Of an ISO date: what is written out. */
  readonly precision: 'year' | 'month' | 'day' | 'time';
  /** False for a time without `Z` or an offset. */
  readonly hasZone: boolean;
}

const ISO =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)?)?)?)?$/i;

/**
 * A date as IAM's date operators accept it: the W3C profile of ISO 8601 (`2026`, `2026-01`, `2026-01-31`,
 * `2026-01-31T12:00Z` …) or seconds since 1970. Undefined for anything else, and for a day that no calendar has.
 *
 * Four digits are read as a year; AWS does not say so.
 *
 * @see https://www.w3.org/TR/NOTE-datetime
 */
export function parseDateValue(text: string): DateValue | undefined {
  const parts = ISO.exec(text);
  if (parts) return isoDate(parts);
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return undefined;
  return { form: 'epoch', time: Number(text) * 1000, precision: 'time', hasZone: true };
}

function isoDate(parts: RegExpExecArray): DateValue | undefined {
  const [, year = '', month, day, hour, minute = '00', second = '00', zone] = parts;
  if (!isDay(Number(year), Number(month ?? 1), Number(day ?? 1)) || !isTime(hour, minute, second))
    return undefined;
  const time = Date.UTC(
    Number(year),
    Number(month ?? 1) - 1,
    Number(day ?? 1),
    Number(hour ?? 0),
    Number(minute),
  );
  return {
    form: 'iso',
    time: time + Number(second) * 1000 - offsetOf(zone),
    precision: hour ? 'time' : day ? 'day' : month ? 'month' : 'year',
    hasZone: hour === undefined || zone !== undefined,
  };
}

/** True for a day of the Gregorian calendar; months count from 1. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month);
}

/** The number of days of a month; months count from 1. */
export function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** ISO 8601 has 24:00 for the end of a day, and 60 for a leap second. */
function isTime(hour = '00', minute: string, second: string): boolean {
  const isEnd = hour === '24' && minute === '00' && second === '00';
  return (Number(hour) < 24 || isEnd) && Number(minute) < 60 && Number(second) <= 60;
}

function offsetOf(zone: string | undefined): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone ?? '') ?? [];
  if (!hours) return 0;
  return (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
}
