import type { TextRange } from './text-range.ts';

/** What became of a text: one range of the text before, replaced by something that is `growth` characters longer. */
export interface TextChange {
  readonly range: TextRange;
  readonly growth: number;
}

/** The shortest change that makes `after` of `before`; at the end of repeated characters where it could be any of them. */
export function textChange(before: string, after: string): TextChange {
  const growth = after.length - before.length;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = before.length;
  const limit = start + Math.max(0, -growth);
  while (end > limit && before.charCodeAt(end - 1) === after.charCodeAt(end + growth - 1)) end--;
  return { range: { start, end }, growth };
}
