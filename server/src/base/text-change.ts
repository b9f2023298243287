import type { TextRange } from './text-range.ts';

/** What became of a text: one range of the text before, replaced by something that is `growth` characters longer. */
export interface TextChange {
  readonly range: TextRange;
  readonly growth: number;
}

/** The shortest change that makes `after` of `before`; at the end of repeated characters where it could be any of them. */
export function textChange(before: string, after: string): TextChange {
  const growth = after.length - before.length;
  const start = commonStart(before, after);
  const most = Math.min(before.length, after.length) - start;
  const end = before.length - commonEnd(before, after, most);
  return { range: { start, end }, growth };
}

/** Characters that the engine compares at once, several times faster than one by one. */
const BLOCK = 256;

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length + BLOCK <= most && a.startsWith(b.slice(length, length + BLOCK), length)) length += BLOCK;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/** Of at most so many characters. */
function commonEnd(a: string, b: string, most: number): number {
  let length = 0;
  const block = (): string => b.slice(b.length - length - BLOCK, b.length - length);
  while (length + BLOCK <= most && a.startsWith(block(), a.length - length - BLOCK)) length += BLOCK;
  const isSame = (): boolean => a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length);
  while (length < most && isSame()) length++;
  return length;
}
