import { memoized } from '../base/memo.ts';
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
  memoized((statement: Statement): readonly MatchedAction[] =>
    statement.actions.map((action) => ({ action, infos: infosOf(action, catalogue) })),
  ),
);

function infosOf(
  { text, isPattern, servicePrefix }: ActionString,
  catalogue: Catalogue,
): readonly ActionInfo[] {
  if (/[*?]/.test(servicePrefix)) return [];
  const names = isPattern ? expandActionPattern(catalogue, text) : [text];
  return names.flatMap((name) => findAction(catalogue, name) ?? []);
}
