import { memoized, memoizedLast } from '../base/memo.ts';
import type { Service } from '../catalogue/catalogue.ts';
import { isDynamic } from '../policy/placeholder.ts';
import type { ResourceString, Statement } from '../policy/statement.ts';
import { oneOrMany } from '../policy/value.ts';
import { type ArnMeaning, arnMeaning } from './usable-on.ts';

/**
 * All strings of `Resource`, if each of them is an ARN that says what it matches; else none: with `*` or `NotResource`,
 * with what is filled in later.
 */
export const literalArns = memoized((statement: Statement): readonly ResourceString[] => {
  const { resources } = statement;
  const isLiteral =
    resources.every(({ text }) => text.startsWith('arn:') && !isDynamic(text)) &&
    !statement.element('NotResource') &&
    oneOrMany(statement.element('Resource')?.value).length === resources.length;
  return isLiteral ? resources : NONE;
});

const NONE: readonly never[] = [];

/** What the literal ARNs of a statement are to the actions of a service, in their order; each read once. */
export function arnMeanings(statement: Statement, service: Service): readonly ArnMeaning[] {
  const known = meaningsByService(statement);
  const before = known.get(service);
  if (before) return before;
  const meanings = literalArns(statement).map(({ text }) => arnMeaning(text, service));
  known.set(service, meanings);
  return meanings;
}

const meaningsByService = memoizedLast((_: Statement) => new Map<Service, readonly ArnMeaning[]>());
