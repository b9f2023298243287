import type { TextEdit } from '../base/text-edit.ts';
import type { TextRange } from '../base/text-range.ts';

/** How the text of a policy lies in its file: as it is, or as a JSON string whose escapes were decoded. */
export interface Embedding {
  readonly isString: boolean;
  toFile(range: TextRange): TextRange;
  editToFile(edit: TextEdit): TextEdit;
  /** Undefined where the offset lies outside the policy's text. */
  fromFile(offset: number): number | undefined;
}

/** The policy is part of the file's own JSON. */
export const DIRECT: Embedding = {
  isString: false,
  toFile: (range) => range,
  editToFile: (edit) => edit,
  fromFile: (offset) => offset,
};

/** The policy is the content of the JSON string that begins with its quote at `start` and ends before `end`. */
export function inString(file: string, start: number, end: number): Embedding {
  const offsets = decodedOffsets(file, start, end);
  const last = offsets.length - 1;
  const at = (offset: number): number => offsets[Math.max(0, Math.min(offset, last))] as number;
  const toFile = (range: TextRange): TextRange => ({ start: at(range.start), end: at(range.end) });
  return {
    isString: true,
    toFile,
    editToFile: ({ range, newText }) => ({
      range: toFile(range),
      newText: JSON.stringify(newText).slice(1, -1),
    }),
    fromFile(offset) {
      if (offset <= start || offset > at(last)) return undefined;
      let low = 0;
      let high = last;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (at(middle) < offset) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}

/** Offset in the file of every decoded character, and of the end. */
function decodedOffsets(file: string, start: number, end: number): readonly number[] {
  const closed = end - start > 1 && file[end - 1] === '"' ? end - 1 : end;
  const offsets: number[] = [];
  for (let i = start + 1; i < closed; ) {
    offsets.push(i);
    i += file[i] !== '\\' ? 1 : file[i + 1] === 'u' ? 6 : 2;
  }
  offsets.push(closed);
  return offsets;
}
