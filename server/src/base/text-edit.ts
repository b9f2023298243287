import type { TextRange } from './text-range.ts';

/** Replace `range` by `newText`. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** Apply edits that do not overlap, in any order; their ranges refer to the original text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let position = 0;
  for (const { range, newText } of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    result += text.slice(position, range.start) + newText;
    position = Math.max(position, range.end);
  }
  return result + text.slice(position);
}
