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
  if (wanted !== '' && !taken.has(wanted)) return wanted;
  const [, stem = '', digits = wanted === '' ? '0' : '1'] = /^(.*?)(\d+)?$/.exec(wanted || 'Statement') ?? [];
  for (let count = Number(digits) + 1; ; count++) {
    if (!taken.has(stem + count)) return stem + count;
  }
}
