import { shifted, type TextRange } from '../base/text-range.ts';
import type { PolicyDocument } from './policy-document.ts';
import type { Statement } from './statement.ts';

/** A `Sid` in its policy. */
export interface PlacedSid {
  readonly text: string;
  /** Counts from the beginning of the policy's text. */
  readonly range: TextRange;
  readonly statement: Statement;
}

/** The Sids of a policy that are strings, the empty one left out: it stands for none. */
export function sidsOf({ statements }: PolicyDocument): readonly PlacedSid[] {
  return statements.flatMap(({ statement, offset }) => {
    const value = statement.element('Sid')?.value;
    return value?.kind === 'string' && value.text !== ''
      ? [{ text: value.text, range: shifted(value.range, offset), statement }]
      : [];
  });
}

/** The letters and digits of the text, each word with a capital: `allow s3-read` → `AllowS3Read`. */
export function alphanumericSid(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{Mark}/gu, '');
  const words = plain.split(/[^A-Za-z\d]+/);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** `wanted`, with the lowest number behind it that makes it none of `taken`. */
export function uniqueSid(wanted: string, taken: ReadonlySet<string>): string {
  return uniqueSids(taken)(wanted);
}

/** `uniqueSid` for many: no two are the same, and none takes longer than another. */
export function uniqueSids(taken: ReadonlySet<string>): (wanted: string) => string {
  const given = new Set<string>();
  const counts = new Map<string, number>();
  const isTaken = (sid: string): boolean => taken.has(sid) || given.has(sid);
  return (wanted) => {
    const sid = wanted !== '' && !isTaken(wanted) ? wanted : numbered(wanted);
    given.add(sid);
    return sid;
  };

  function numbered(wanted: string): string {
    const [, stem = '', digits = ''] = NUMBERED.exec(wanted || 'Statement') ?? [];
    let count = counts.get(wanted) ?? Number(digits || (wanted === '' ? '0' : '1'));
    do count++;
    while (isTaken(stem + count));
    counts.set(wanted, count);
    return stem + count;
  }
}

/** More digits than these are no count, and at last could not be counted on. */
const NUMBERED = /^(.*?)(\d{0,9})$/s;
