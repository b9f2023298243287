import { rangeSet } from '../../base/range-set.ts';
import type { TextEdit } from '../../base/text-edit.ts';
import { plainEdits } from '../../rules/plain-edits.ts';
import type { LocatedFinding } from '../../rules/run-rules.ts';

/**
 * The edits of all fixes that change no access, the first such fix of each finding. Where two of them touch the
 * same text the later one waits for the next run.
 */
export function fixAllEdits(findings: readonly LocatedFinding[]): readonly TextEdit[] {
  const taken = rangeSet();
  const edits: TextEdit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes().find(({ keepsAccess }) => keepsAccess);
    const own = fix ? plainEdits(fix) : [];
    if (!own.every(({ range }) => taken.isFree(range))) continue;
    for (const edit of own) {
      taken.add(edit.range);
      edits.push(edit);
    }
  }
  return edits;
}
