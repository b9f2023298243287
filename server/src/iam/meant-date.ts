import { isDay, lastDayOf, parseDateValue } from './date-value.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * ISO 8601 for a date in another notation (`31/12/2026`, `2026/12/31`, `Dec 31, 2026`, `2026-12-31 10:00`), or the
 * nearest day to one that no calendar has. Two for what may be read in two ways, none for what is no date.
 */
export function meantDates(text: string): readonly string[] {
  const [, date = '', time = ''] = DATE_AND_TIME.exec(text.trim()) ?? [];
  const readings = time === '' || isTimeOfDay(time) ? daysOf(date) : [];
  const found = readings.map((day) => (time === '' ? day : `${day}T${timeOf(time)}`));
  return [...new Set(found)].filter((candidate) => parseDateValue(candidate));
}

const DATE_AND_TIME =
  /^(.{6,20}?)(?:(?:T|\s+|\s*,\s*)(\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?))?$/i;

const isTimeOfDay = (time: string): boolean => /^\d{1,2}:\d\d/.test(time);

/** Without a zone it is UTC, the zone in which AWS tells the time. */
function timeOf(time: string): string {
  const [, clock = '', zone = ''] = /^([\d:.]+)\s*(.*)$/.exec(time) ?? [];
  const padded = /^\d:/.test(clock) ? `0${clock}` : clock;
  return padded + (zone === '' || /^[a-z]+$/i.test(zone) ? 'Z' : zone);
}

function daysOf(date: string): readonly string[] {
  const [, year, second, third] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(date) ?? [];
  if (year) return swappable(Number(year), Number(second), Number(third));
  const [, first, middle, last] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(date) ?? [];
  if (last) {
    // 03/04/2026 is in April for most of the world and in March for the United States.
    const readings = [
      day(Number(last), Number(middle), Number(first)),
      day(Number(last), Number(first), Number(middle)),
    ];
    return readings.filter((found) => found !== undefined);
  }
  const [, digits] = /^(\d{8})$/.exec(date) ?? [];
  if (digits) {
    const found = day(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)));
    return found ? [found] : [];
  }
  return withMonthName(date);
}

/** Month 13 is a day; day 31 of April is its last. */
function swappable(year: number, month: number, dayOfMonth: number): readonly string[] {
  if (month > 12 && dayOfMonth <= 12) return swappable(year, dayOfMonth, month);
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return [];
  return [iso(year, month, Math.min(dayOfMonth, lastDayOf(year, month)))];
}

function withMonthName(date: string): readonly string[] {
  const words = date
    .toLowerCase()
    .split(/[\s,.-]+/)
    .filter((word) => word !== '');
  const month = words.flatMap((word) => MONTHS.findIndex((name) => word.startsWith(name)) + 1 || []).at(0);
  const numbers = words.flatMap((word) =>
    /^\d{1,4}(?:st|nd|rd|th)?$/.test(word) ? [Number.parseInt(word, 10)] : [],
  );
  const year = numbers.find((number) => number >= 1000);
  const dayOfMonth = numbers.find((number) => number <= 31);
  const found = month && year && dayOfMonth ? day(year, month, dayOfMonth) : undefined;
  return found && words.length <= 4 ? [found] : [];
}

function day(year: number, month: number, dayOfMonth: number): string | undefined {
  return isDay(year, month, dayOfMonth) ? iso(year, month, dayOfMonth) : undefined;
}

function iso(year: number, month: number, dayOfMonth: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}
