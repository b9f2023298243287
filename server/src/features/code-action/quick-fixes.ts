import { intersects, type TextRange } from '../../base/text-range.ts';
import type { LocatedFinding } from '../../rules/run-rules.ts';
import type { Action } from './action.ts';

/** The repairs of every finding that the range touches, also where the client names no diagnostics. */
export function quickFixes(findings: readonly LocatedFinding[], range: TextRange): readonly Action[] {
  return findings
    .filter((finding) => intersects(finding.range, range))
    .flatMap((finding) =>
      finding.fixes().map(
        (fix): Action => ({
          title: fix.title,
          kind: 'quickfix',
          edits: fix.edits,
          isPreferred: fix.isPreferred ?? false,
          isSnippet: fix.isSnippet ?? false,
          finding,
        }),
      ),
    );
}
