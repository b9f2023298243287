import { memoized, memoizedLast } from '../base/memo.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ActionString, Statement } from '../policy/statement.ts';
import { matchedActions } from './matched-actions.ts';

/**
 * The strings of `Action` and `NotAction` that are not just an action of the catalogue as AWS spells it: what rules about
 * spelling have to look at. Empty for nearly all statements without wildcards.
 */
export function oddActions(statement: Statement, catalogue: Catalogue): readonly ActionString[] {
  return ofCatalogue(catalogue)(statement);
}

const ofCatalogue = memoized((catalogue: Catalogue) =>
  memoizedLast((statement: Statement): readonly ActionString[] =>
    matchedActions(statement, catalogue)
      .filter(({ action: { isPattern, servicePrefix, name }, infos: [info] }) => {
        return isPattern || info?.name !== name || info?.servicePrefix !== servicePrefix;
      })
      .map(({ action }) => action),
  ),
);
