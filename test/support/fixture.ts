import type { TextRange } from '../../server/src/base/text-range.ts';

/** Take the `$0` out of a text; -1 if there is none. A policy variable is written `\${…}` in a template string. */
export function withCursor(fixture: string): { readonly text: string; readonly offset: number } {
  const offset = fixture.indexOf('$0');
  return { text: offset < 0 ? fixture : fixture.slice(0, offset) + fixture.slice(offset + 2), offset };
}

export interface Mark {
  readonly range: TextRange;
  readonly message: string;
}

/**
 * The text with its caret comments replaced by those of `marks`: below each marked line a comment at column 0 whose
 * carets stand under the range, followed by the message. Marks in the first two columns name their columns instead.
 */
export function renderMarks(fixture: string, marks: readonly Mark[]): string {
  const lines = fixture.split('\n');
  const result: string[] = [];
  let start = 0;
  for (const line of lines) {
    if (!isCaretLine(line)) {
      result.push(line);
      const here = marks.filter(({ range }) => range.start >= start && range.start < start + line.length + 1);
      for (const { range, message } of here) {
        result.push(caretLine(range.start - start, Math.min(range.end - start, line.length), message));
      }
    }
    start += line.length + 1;
  }
  return result.join('\n');
}

function isCaretLine(line: string): boolean {
  return /^\/\/ *(\^+|@\d+-\d+) /.test(line);
}

function caretLine(from: number, to: number, message: string): string {
  if (from < 2) return `// @${from}-${to} ${message}`;
  return `//${' '.repeat(from - 2)}${'^'.repeat(Math.max(1, to - from))} ${message}`;
}
