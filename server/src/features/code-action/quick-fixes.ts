import { intersects, type TextRange } from '../../base/text-range.ts';
import type { LocatedFinding } from '../../rules/run-rules.ts';
import { type Action, toAction } from './action.ts';

/** The repairs of every finding that the range touches, also where the client names no diagnostics. */
export function quickFixes(findings: readonly LocatedFinding[], range: TextRange): readonly Action[] {
  return findings
    .filter((finding) => intersects(finding.range, range))
    .flatMap((finding) => finding.fixes().map((fix) => toAction(fix, 'quickfix', finding)));
}
