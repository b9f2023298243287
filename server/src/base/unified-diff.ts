/** Lines around a change that show where it is. */
const CONTEXT = 3;

/** Texts that differ in more than this many pairs of lines are shown as one change. */
const MAX_PAIRS = 4_000_000;

/**
 * How to get from one text to another, as `diff -u` writes it, by lines. Empty for equal texts. `names` are what stands
 * behind `---` and `+++`.
 *
 * @see https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
 */
export function unifiedDiff(before: string, after: string, names: readonly [string, string]): string {
  if (before === after) return '';
  const hunks = hunksOf(changedLines(linesOf(before), linesOf(after)));
  return [`--- ${names[0]}\n`, `+++ ${names[1]}\n`, ...hunks.map(hunkText)].join('');
}

interface Line {
  readonly kind: ' ' | '-' | '+';
  readonly text: string;
}

interface Hunk {
  /** Lines of each text before the hunk. */
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly Line[];
}

/** Each with its line end; the last perhaps without one. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function changedLines(a: readonly string[], b: readonly string[]): readonly Line[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const same = (lines: readonly string[]): readonly Line[] => lines.map((text) => ({ kind: ' ', text }));
  return [
    ...same(a.slice(0, start)),
    ...differing(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...same(a.slice(a.length - end)),
  ];
}

/** By the longest common subsequence. */
function differing(a: readonly string[], b: readonly string[]): readonly Line[] {
  const width = b.length + 1;
  const isTooMuch = (a.length + 1) * width > MAX_PAIRS;
  const lengths = new Uint32Array(isTooMuch ? 0 : (a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0 && !isTooMuch; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (!isTooMuch && i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: ' ', text: a[i++] as string });
      j++;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: '-', text: a[i++] as string });
    } else {
      lines.push({ kind: '+', text: b[j++] as string });
    }
  }
  return lines;
}

function hunksOf(lines: readonly Line[]): readonly Hunk[] {
  const isNear = lines.map(() => false);
  for (const [index, { kind }] of lines.entries()) {
    if (kind !== ' ') isNear.fill(true, Math.max(0, index - CONTEXT), index + CONTEXT + 1);
  }
  const hunks: { oldStart: number; newStart: number; lines: Line[] }[] = [];
  let [oldLine, newLine] = [0, 0];
  for (const [index, line] of lines.entries()) {
    if (isNear[index]) {
      if (!isNear[index - 1]) hunks.push({ oldStart: oldLine, newStart: newLine, lines: [] });
      hunks.at(-1)?.lines.push(line);
    }
    if (line.kind !== '+') oldLine++;
    if (line.kind !== '-') newLine++;
  }
  return hunks;
}

function hunkText({ oldStart, newStart, lines }: Hunk): string {
  const counted = (kind: '-' | '+', start: number): string => {
    const count = lines.filter((line) => line.kind === ' ' || line.kind === kind).length;
    return `${kind}${count === 0 ? start : start + 1}${count === 1 ? '' : `,${count}`}`;
  };
  const body = lines.map(({ kind, text }) =>
    text.endsWith('\n') ? kind + text : `${kind}${text}\n\\ No newline at end of file\n`,
  );
  return `@@ ${counted('-', oldStart)} ${counted('+', newStart)} @@\n${body.join('')}`;
}
