import { shifted } from '../base/text-range.ts';
import type { Fix } from './rule.ts';

/** Fixes that count from a statement, for a rule that looks at the whole policy. */
export function shiftedFixes(fixes: readonly Fix[], offset: number): readonly Fix[] {
  return fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map(({ range, newText }) => ({ range: shifted(range, offset), newText })),
  }));
}
