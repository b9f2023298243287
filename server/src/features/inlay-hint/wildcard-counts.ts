import { grouped } from '../../base/markdown.ts';
import { memoized } from '../../base/memo.ts';
import { intersects, shifted, type TextRange } from '../../base/text-range.ts';
import { countActionsByAccessLevel } from '../../catalogue/action-pattern.ts';
import { ACCESS_LEVELS, type Catalogue } from '../../catalogue/catalogue.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { PolicyFile } from '../../policy/policy-document.ts';
import type { ActionString } from '../../policy/statement.ts';
import { statementsInRange } from '../../policy/statements-in-range.ts';

/** Something that editors show inside a text without being part of it. */
export interface InlayHint {
  /** In the file; the hint stands before this character. */
  readonly offset: number;
  readonly label: string;
  /** What `documentation` explains. */
  readonly subject: string;
}

/** Behind each wildcard of `Action` and `NotAction` within the range, the number of actions it matches: `⟨66⟩`. */
export function wildcardCounts(
  file: PolicyFile,
  range: TextRange,
  catalogue: Catalogue,
): readonly InlayHint[] {
  const count = countIn(catalogue);
  const hints: InlayHint[] = [];
  for (const { policy, placed } of statementsInRange(file, range)) {
    for (const action of placed.statement.actions) {
      if (!action.isPattern || isDynamic(action.text)) continue;
      const own = policy.embedding.toFile(shifted(action.range, placed.offset));
      if (!intersects(own, range)) continue;
      const label = `⟨${grouped(count(action))}⟩`;
      hints.push({ offset: own.end, label, subject: `action:${action.text}` });
    }
  }
  return hints;
}

/** Scrolling and typing elsewhere ask for the same patterns again and again. */
const countIn = memoized((catalogue: Catalogue) =>
  memoized(({ text }: ActionString): number => {
    const counts = countActionsByAccessLevel(catalogue, [text]);
    return ACCESS_LEVELS.reduce((sum, level) => sum + counts[level], 0);
  }),
);
