import type { TextEdit } from '../base/text-edit.ts';
import type { Suppression } from './suppression.ts';

/** Take out one suppression: its name where the comment names others too, else the comment, with its line if empty. */
export function removeSuppression({ range, siblings, comment }: Suppression, text: string): TextEdit {
  return { range: siblings > 0 ? withSeparator(text, range) : ofComment(text, comment.range), newText: '' };
}

type Range = Suppression['range'];

/** With what separates the name from the next one, or from the one before it. */
function withSeparator(text: string, { start, end }: Range): Range {
  const after = /^\s*,\s*|^\s+(?!--)/.exec(text.slice(end, end + MOST_SPACE))?.[0].length ?? 0;
  if (after > 0) return { start, end: end + after };
  const before = /\s*,?\s*$/.exec(text.slice(Math.max(0, start - MOST_SPACE), start))?.[0].length ?? 0;
  return { start: start - before, end };
}

/** Characters between two names that are looked at. */
const MOST_SPACE = 100;

/** Indentation is kept for what follows where the comment begins its line after other code. */
function ofComment(text: string, { start, end }: Range): Range {
  let from = start;
  while (from > 0 && (text[from - 1] === ' ' || text[from - 1] === '\t')) from--;
  const isOwnLine = from === 0 || text[from - 1] === '\n' || text[from - 1] === '\r';
  const lineBreak = /^[ \t]*(\r\n|\n|\r)/.exec(text.slice(end, end + MOST_SPACE))?.[0].length ?? 0;
  if (isOwnLine && lineBreak > 0) return { start: from, end: end + lineBreak };
  return isOwnLine ? { start, end } : { start: from, end };
}
