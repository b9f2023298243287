import type { Catalogue } from '../catalogue/catalogue.ts';
import { conditionKeySenders } from '../catalogue/condition-key-senders.ts';
import { findAction } from '../catalogue/find-action.ts';
import type { Statement } from '../policy/statement.ts';
import { isForeignAction } from '../reasoning/foreign-action.ts';

/**
 * Those of the actions that go with the rest of the statement: in the policy of a resource they can be used on it, and
 * they send the keys of services that its conditions test. All of them where none does.
 */
export function fittingActions(
  actions: readonly string[],
  statement: Statement,
  catalogue: Catalogue,
): readonly string[] {
  const usable = unlessEmpty(actions, (text) => isUsable(text, statement, catalogue));
  return unlessEmpty(usable, (text) => sendsKeys(text, statement, catalogue));
}

function unlessEmpty(texts: readonly string[], fits: (text: string) => boolean): readonly string[] {
  const fitting = texts.filter(fits);
  return fitting.length > 0 ? fitting : texts;
}

function isUsable(action: string, { resources, principals }: Statement, catalogue: Catalogue): boolean {
  const servicePrefix = action.slice(0, Math.max(0, action.indexOf(':')));
  return principals.length === 0 || !isForeignAction({ servicePrefix }, resources, catalogue);
}

/** In doubt, as of a pattern, it does. */
function sendsKeys(action: string, { conditions }: Statement, catalogue: Catalogue): boolean {
  const info = findAction(catalogue, action);
  const keys = conditions.map(({ key }) => key.text).filter((text) => !/^aws:/i.test(text));
  return !info || keys.every((key) => conditionKeySenders([info], key).size > 0);
}
