import type { TextEdit } from '../base/text-edit.ts';
import type { TextRange } from '../base/text-range.ts';

/** One mistake in writing JSON, and the smallest edit that undoes it. */
export interface JsonSlip {
  readonly message: string;
  readonly range: TextRange;
  /** Undefined where only the author knows what was meant. */
  readonly repair: JsonRepair | undefined;
  /** A string in other quotes: whoever writes one so mostly writes all so. */
  readonly isOtherwiseQuoted?: true;
}

export interface JsonRepair {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** True if hardly anything else can have been meant. */
  readonly isObvious: boolean;
}

export function jsonSlip(message: string, range: TextRange, repair?: JsonRepair): JsonSlip {
  return { message, range, repair };
}

/** A repair by one edit or several. */
export function repairBy(title: string, ...edits: readonly TextEdit[]): JsonRepair {
  return { title, edits, isObvious: true };
}

/** A repair that may not be what was meant. */
export function perhaps(repair: JsonRepair): JsonRepair {
  return { ...repair, isObvious: false };
}

export function insertion(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}

export function deletion(range: TextRange): TextEdit {
  return { range, newText: '' };
}

/** Text of the user as a message shows it: one line, at most 40 characters. */
export function clipped(text: string): string {
  const [line = ''] = text.split(/[\r\n]/, 1);
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
