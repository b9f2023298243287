import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Statement } from '../../policy/statement.ts';
import { type CollapseOptions, collapsedActions, onlyElement } from '../../rules/collapsed-actions.ts';
import { lazyFix } from '../../rules/lazy-fix.ts';
import type { Transformed } from './transformed.ts';

/** Write a list of actions in the fewest patterns that match the same actions of the catalogue. */
export function collapseActions(
  statement: Statement,
  catalogue: Catalogue,
  options?: CollapseOptions,
): Transformed {
  if (!onlyElement(statement)) return { whyNot: 'It has no list of actions.' };
  const edits = collapsedActions(statement, catalogue, options);
  if (!edits) return { whyNot: 'No shorter list matches the same actions.' };
  const count = statement.actions.length;
  const title = `Collapse the ${count} entries to the fewest patterns that match the same actions (data of ${catalogue.stamp.date})`;
  return lazyFix({ title, keepsAccess: false }, edits);
}
