import type { TextRange } from '../../base/text-range.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { PolicyFile } from '../../policy/policy-document.ts';
import { sizeSummary } from './size-summary.ts';
import { isSummarizable, statementSummary } from './statement-summary.ts';

/** A place above which an editor shows a line that is no part of the text. */
export interface Lens {
  readonly range: TextRange;
  readonly place: LensPlace;
}

/** What a lens is about, by its position in the file: a statement of a policy or, without one, the policy. */
export interface LensPlace {
  readonly policy: number;
  readonly statement?: number;
}

/** Above each policy its size, above each statement what it does. Costs next to nothing; the words come one by one. */
export function lenses({ policies }: PolicyFile): readonly Lens[] {
  return policies.flatMap(({ embedding, range, statements }, policy) => [
    { range: embedding.toFile(range), place: { policy } },
    ...statements.flatMap(({ offset, statement }, index) => {
      if (!isSummarizable(statement)) return [];
      const own = { start: offset, end: offset + statement.text.length };
      return [{ range: embedding.toFile(own), place: { policy, statement: index } }];
    }),
  ]);
}

/** The words of a lens; undefined where there is nothing to say, or the file has changed since. */
export function lensTitle(file: PolicyFile, place: LensPlace, catalogue: Catalogue): string | undefined {
  const policy = file.policies[place.policy];
  if (!policy || place.statement === undefined) return policy && sizeSummary(policy);
  const placed = policy.statements[place.statement];
  return placed && statementSummary(placed.statement, policy, catalogue);
}
