import { memoized, memoizedLast } from '../base/memo.ts';
import { recent } from '../base/recent.ts';
import { expandActionPattern } from '../catalogue/action-pattern.ts';
import type { ActionInfo, Catalogue } from '../catalogue/catalogue.ts';
import { findAction } from '../catalogue/find-action.ts';
import type { ActionString, Statement } from '../policy/statement.ts';

/** One string of `Action` or `NotAction`, with the records of what it matches; none for a pattern over several services. */
export interface MatchedAction {
  readonly action: ActionString;
  readonly infos: readonly ActionInfo[];
}

/** In the order written; remembered with the statement. */
export function matchedActions(statement: Statement, catalogue: Catalogue): readonly MatchedAction[] {
  return ofCatalogue(catalogue)(statement);
}

const ofCatalogue = memoized((catalogue: Catalogue) =>
  memoizedLast((statement: Statement): readonly MatchedAction[] =>
    statement.actions.map((action) => ({ action, infos: infosOf(action, catalogue) })),
  ),
);

function infosOf(
  { text, isPattern, servicePrefix }: ActionString,
  catalogue: Catalogue,
): readonly ActionInfo[] {
  if (/[*?]/.test(servicePrefix)) return [];
  if (isPattern) return infosOfPattern(catalogue)(text);
  const info = findAction(catalogue, text);
  return info ? [info] : [];
}

/** Many statements are about the same wildcards, such as `s3:Get*`. */
const infosOfPattern = memoized((catalogue: Catalogue) =>
  recent(MOST_PATTERNS, (pattern): readonly ActionInfo[] =>
    expandActionPattern(catalogue, pattern).flatMap((name) => findAction(catalogue, name) ?? []),
  ),
);

const MOST_PATTERNS = 200;
