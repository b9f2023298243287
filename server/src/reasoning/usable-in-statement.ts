import type { ActionInfo, Service } from '../catalogue/catalogue.ts';
import type { Statement } from '../policy/statement.ts';
import { arnMeanings } from './literal-arns.ts';
import { isUsableOn } from './usable-on.ts';

/**
 * Whether actions of a service can be used on what a statement lists as its resources. In doubt they can: without ARNs,
 * with `*` or `NotResource`, with what is filled in later.
 */
export function usableInStatement(statement: Statement, service: Service): (action: ActionInfo) => boolean {
  const meanings = arnMeanings(statement, service);
  return (action) => meanings.length === 0 || meanings.some((meaning) => isUsableOn(action, meaning));
}
