import { shifted } from '../base/text-range.ts';
import type { Embedding } from '../policy/embedding.ts';
import { withEdits } from './lazy-fix.ts';
import type { Fix } from './rule.ts';

/** A fix whose ranges count from `offset` of the policy's text, with ranges of the file. */
export function placedFix(fix: Fix, offset: number, embedding: Embedding): Fix {
  return withEdits(fix, (edits) =>
    edits.map(({ range, newText }) => embedding.editToFile({ range: shifted(range, offset), newText })),
  );
}
