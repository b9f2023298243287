/** Zero-based line and UTF-16 column. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Offsets to lines and columns of one text; `\n`, `\r\n` and a lone `\r` end a line, as in LSP. */
export interface LineIndex {
  /** Offsets outside the text are clamped to its ends. */
  at(offset: number): LineColumn;
}

export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  return {
    at(offset) {
      const clamped = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((starts[middle] as number) <= clamped) low = middle;
        else high = middle;
      }
      return { line: low, column: clamped - (starts[low] as number) };
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    if (code === 10 || code === 13) starts.push(i + 1);
  }
  return starts;
}
