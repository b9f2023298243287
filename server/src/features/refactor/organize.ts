import type { PolicyFile } from '../../policy/policy-document.ts';
import { statementsInRange } from '../../policy/statements-in-range.ts';
import { placedFix } from '../../rules/placed-fix.ts';
import { sortActions } from '../../rules/sort-actions.ts';
import type { Action } from '../code-action/action.ts';

/** Sort and group the actions of every statement; undefined where all are in order. */
export function organize(file: PolicyFile): Action | undefined {
  const edits = [...statementsInRange(file)].flatMap(({ policy, placed }) =>
    sortActions(placed.statement).flatMap((fix) => placedFix(fix, placed.offset, policy.embedding).edits),
  );
  if (edits.length === 0) return undefined;
  const title = 'Sort and group the actions of all statements';
  return { title, kind: 'source.organize.iam', edits, isPreferred: false, isSnippet: false };
}
