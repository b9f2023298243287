import type { TextRange } from '../base/text-range.ts';

/** A comment of a JSON text. */
export interface Comment {
  /** From its first slash to its end, without the line break. */
  readonly range: TextRange;
  /** What stands between its marks. */
  readonly content: TextRange;
  /** Offset of the first character behind it that is neither white space, comma nor part of a comment. */
  readonly next: number;
}

/** The comments of a JSON text in their order, those in strings left out. Any text will do. */
export function commentsOf(text: string): readonly Comment[] {
  const found: Omit<Comment, 'next'>[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = endOfString(text, i);
    else if (code === SLASH) {
      const comment = commentAt(text, i);
      if (comment) {
        found.push(comment);
        i = comment.range.end - 1;
      }
    }
  }
  const comments: Comment[] = [];
  for (const comment of found.reverse()) {
    const following = comments.at(-1);
    const next = endOfSpace(text, comment.range.end);
    comments.push({ ...comment, next: following && following.range.start === next ? following.next : next });
  }
  return comments.reverse();
}

const QUOTE = 34;
const SLASH = 47;

function commentAt(text: string, start: number): Omit<Comment, 'next'> | undefined {
  const mark = text[start + 1];
  if (mark === '/') {
    const end = endOfLine(text, start);
    return { range: { start, end }, content: { start: start + 2, end } };
  }
  if (mark !== '*') return undefined;
  const close = text.indexOf('*/', start + 2);
  const end = close < 0 ? text.length : close + 2;
  return { range: { start, end }, content: { start: start + 2, end: close < 0 ? end : close } };
}

/** Offset of the closing quote, or of the line end where a string is not closed. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === QUOTE || code === 10 || code === 13) return i;
  }
  return text.length;
}

function endOfLine(text: string, start: number): number {
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

function endOfSpace(text: string, start: number): number {
  let end = start;
  while (end < text.length && ' \t\r\n,'.includes(text[end] as string)) end++;
  return end;
}
