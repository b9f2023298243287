import { memoized } from '../base/memo.ts';
import type { ActionInfo, Service } from '../catalogue/catalogue.ts';
import { isDynamic } from '../policy/placeholder.ts';
import type { Statement } from '../policy/statement.ts';
import { oneOrMany } from '../policy/value.ts';
import { arnMeaning, isUsableOn } from './usable-on.ts';

/**
 * Whether actions of a service can be used on what a statement lists as its resources. In doubt they can: without ARNs,
 * with `*` or `NotResource`, with what is filled in later.
 */
export function usableInStatement(statement: Statement, service: Service): (action: ActionInfo) => boolean {
  const arns = literalArns(statement);
  if (arns.length === 0) return () => true;
  const meanings = arns.map((arn) => arnMeaning(arn, service));
  return (action) => meanings.some((meaning) => isUsableOn(action, meaning));
}

/** All strings of `Resource`, if all of it are ARNs; else none. */
const literalArns = memoized((statement: Statement): readonly string[] => {
  const items = oneOrMany(statement.element('Resource')?.value);
  const texts = statement.resources.map(({ text }) => text);
  const isLiteral =
    !statement.element('NotResource') &&
    items.length === texts.length &&
    texts.every((text) => text.startsWith('arn:') && !isDynamic(text));
  return isLiteral ? texts : [];
});
