import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Statement } from '../policy/statement.ts';
import { boundsOnceFixed, callersAllowed } from '../reasoning/bounds-caller.ts';
import { forgeableTests } from '../reasoning/forgeable-tests.ts';
import { looseIds } from '../reasoning/loose-ids.ts';

/**
 * True for an Allow whose condition was meant to bound the caller and fails to, by a key that anyone can forge or by a
 * pattern for ids: `untrustworthy-key` and `sensitive-key-wildcard` say so, at the place that has to change.
 */
export function isLetInByCondition(statement: Statement, catalogue: Catalogue): boolean {
  if (statement.conditions.length === 0) return false;
  if (callersAllowed(statement) === 'anyone' && forgeableTests(statement, catalogue).length > 0) return true;
  for (const { entry } of looseIds(statement, catalogue)) {
    if (boundsOnceFixed(statement, entry)) return true;
  }
  return false;
}
