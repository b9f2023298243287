import type { Catalogue } from '../../catalogue/catalogue.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { Statement } from '../../policy/statement.ts';
import { allowedActions } from '../../reasoning/allowed-actions.ts';
import { countActions } from './count-actions.ts';

/** What a statement with `NotAction` is about: everything else, counted where the whole list is known. */
export function leftOpen(statement: Statement, catalogue: Catalogue): string {
  const { effect, actions } = statement;
  const verb = effect === 'Allow' ? 'allows' : effect === 'Deny' ? 'denies' : 'matches';
  const beginning = `\`NotAction\` ${verb} everything else`;
  if (actions.some(({ text }) => isDynamic(text))) return `${beginning}, and whatever AWS adds later.`;
  const { byLevel } = allowedActions(statement, catalogue);
  return `${beginning}, and whatever AWS adds later: now ${countActions(byLevel)}.`;
}
