import type { TextEdit } from '../base/text-edit.ts';
import type { ArrayValue } from './value.ts';

/**
 * Write the items of a list in another order. Each group names the items (by index) that become one: its first item is
 * written. Line breaks and blank lines stay where they are; comments go with the item they stand above or behind.
 * Empty where nothing changes. The list must be valid JSON but for its comments.
 */
export function reorderList(
  text: string,
  list: ArrayValue,
  groups: readonly (readonly [number, ...number[]])[],
): readonly TextEdit[] {
  const isSame = groups.length === list.items.length && groups.every(([item], i) => item === i);
  if (isSame) return [];
  const gaps = gapsOf(text, list);
  return gaps.some(({ comments }) => comments.length > 0)
    ? [rewritten(text, list, groups, gaps)]
    : moved(text, list, groups);
}

type Groups = readonly (readonly [number, ...number[]])[];

function moved(text: string, { items }: ArrayValue, groups: Groups): readonly TextEdit[] {
  const edits = groups.flatMap(([item], place): TextEdit[] => {
    const range = items[place]?.range;
    return range && item !== place ? [{ range, newText: itemText(text, items, item) }] : [];
  });
  const lastKept = items[groups.length - 1];
  const last = items.at(-1);
  if (lastKept && last && lastKept !== last) {
    edits.push({ range: { start: lastKept.range.end, end: last.range.end }, newText: '' });
  }
  return edits;
}

function itemText(text: string, items: ArrayValue['items'], index: number): string {
  const range = items[index]?.range;
  return range ? text.slice(range.start, range.end) : '';
}

/** What stands before an item, or before the closing bracket. */
interface Gap {
  readonly text: string;
  readonly comments: readonly Comment[];
}

interface Comment {
  readonly text: string;
  /** Stands on the line on which the item before, or the bracket, ends. */
  readonly isTrailing: boolean;
}

function gapsOf(text: string, { items, range }: ArrayValue): readonly Gap[] {
  const ends = [range.start + 1, ...items.map((item) => item.range.end)];
  const starts = [...items.map((item) => item.range.start), range.end - 1];
  return ends.map((end, i) => {
    const gap = text.slice(end, starts[i]);
    return { text: gap, comments: commentsIn(gap) };
  });
}

function commentsIn(gap: string): readonly Comment[] {
  const firstBreak = gap.search(/[\r\n]/);
  return [...gap.matchAll(/\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g)].map((match) => ({
    text: match[0],
    isTrailing: firstBreak < 0 || match.index < firstBreak,
  }));
}

/** Every item on a line of its own where the list has several lines. */
function rewritten(text: string, list: ArrayValue, groups: Groups, gaps: readonly Gap[]): TextEdit {
  const { items, range } = list;
  const separator = separatorOf(gaps);
  const head = (gaps[0]?.comments ?? []).filter(({ isTrailing }) => isTrailing);
  const pieces = head.map((comment) => ` ${comment.text}`);
  for (const [place, [item, ...repeats]] of groups.entries()) {
    const own = [
      ...above(gaps, item),
      ...repeats.flatMap((repeat) => [...above(gaps, repeat), ...behind(gaps, repeat)]),
    ];
    pieces.push(...own.map((comment) => separator + comment.text));
    pieces.push(`${separator}${itemText(text, items, item)}${place < groups.length - 1 ? ',' : ''}`);
    pieces.push(...behind(gaps, item).map((comment) => ` ${comment.text}`));
  }
  pieces.push(...above(gaps, items.length).map((comment) => separator + comment.text));
  const end = /\s*$/.exec(gaps.at(-1)?.text ?? '')?.[0] ?? '';
  const isOpen = pieces.at(-1)?.trimStart().startsWith('//') && !end.includes('\n');
  return {
    range: { start: range.start + 1, end: range.end - 1 },
    newText: pieces.join('').slice(isOnOneLine(gaps) ? 1 : 0) + (isOpen ? separator : end),
  };
}

function above(gaps: readonly Gap[], item: number): readonly Comment[] {
  return (gaps[item]?.comments ?? []).filter(({ isTrailing }) => !isTrailing);
}

function behind(gaps: readonly Gap[], item: number): readonly Comment[] {
  return (gaps[item + 1]?.comments ?? []).filter(({ isTrailing }) => isTrailing);
}

/** The line break before some item with its indentation; a blank where all stands on one line. */
function separatorOf(gaps: readonly Gap[]): string {
  for (const { text } of gaps) {
    const indentation = /\r?\n[ \t]*$/.exec(text)?.[0];
    if (indentation !== undefined) return indentation;
  }
  return isOnOneLine(gaps) ? ' ' : '\n';
}

function isOnOneLine(gaps: readonly Gap[]): boolean {
  return !gaps.some(({ text }) => /[\r\n]/.test(text));
}
