import { memoized, memoizedLast } from '../base/memo.ts';
import type { ActionInfo, Catalogue } from '../catalogue/catalogue.ts';
import { splitArn } from '../iam/arn.ts';
import { isDynamic } from '../policy/placeholder.ts';
import { isLiteralPart } from '../policy/resource-arn.ts';
import type { ResourceString, Statement } from '../policy/statement.ts';
import { oneOrMany } from '../policy/value.ts';
import { type MatchedAction, matchedActions } from './matched-actions.ts';
import { type ArnMeaning, arnMeaning, isUsableOn } from './usable-on.ts';

/** A string of `Action` none of whose actions, at least one, can be used on any resource of its statement. */
export type UnfitAction = MatchedAction;

/** How the actions and the resources of a statement fit together. */
export interface StatementFit {
  /** They take resources, but none of those listed. */
  readonly mismatched: readonly UnfitAction[];
  /** They take no resource, so they work with `*` only. */
  readonly starOnly: readonly UnfitAction[];
  /** Resources on which none of the actions can be used; empty where an action is not known. */
  readonly unused: readonly ResourceString[];
}

/**
 * Derived once per statement. Nothing is found where nothing can be said: without ARNs, with `*` among them, with
 * `NotAction` or `NotResource`, with texts that are filled in later, while somebody types.
 */
export function statementFit(statement: Statement, catalogue: Catalogue): StatementFit {
  return ofCatalogue(catalogue)(statement);
}

const ofCatalogue = memoized((catalogue: Catalogue) =>
  memoizedLast(
    (statement: Statement): StatementFit =>
      isComparable(statement) ? compare(statement, catalogue) : NOTHING_FOUND,
  ),
);

const NOTHING_FOUND: StatementFit = { mismatched: [], starOnly: [], unused: [] };

/** Nobody writes more; comparing them would take noticeable time. */
const MAX_PAIRS = 100_000;

function isComparable(statement: Statement): boolean {
  const { actions, resources, isBroken } = statement;
  if (isBroken || actions.length === 0 || resources.length === 0) return false;
  if (actions.length * resources.length > MAX_PAIRS) return false;
  if (statement.element('NotAction') || statement.element('NotResource')) return false;
  return (
    resources.every(({ text }) => text.startsWith('arn:') && !isDynamic(text)) &&
    oneOrMany(statement.element('Resource')?.value).length === resources.length &&
    oneOrMany(statement.element('Action')?.value).length === actions.length &&
    actions.every(({ servicePrefix }) => !/[*?]/.test(servicePrefix))
  );
}

function compare(statement: Statement, catalogue: Catalogue): StatementFit {
  const { resources } = statement;
  const meanings = meaningsOf(resources, catalogue);
  const used = new Set<string>();
  const mismatched: UnfitAction[] = [];
  const starOnly: UnfitAction[] = [];
  let isAllKnown = true;
  for (const matched of matchedActions(statement, catalogue)) {
    const { action, infos } = matched;
    if (infos.length === 0) isAllKnown = false;
    else if (!marksUsed(infos, meanings(action.servicePrefix), used)) {
      const takesNone = infos.every((info) => info.resources.length === 0);
      (takesNone ? starOnly : mismatched).push(matched);
    }
  }
  const unused = isAllKnown ? resources.filter(({ text }) => !used.has(text)) : [];
  return { mismatched, starOnly, unused };
}

/** By service prefix, each computed when first asked for. */
function meaningsOf(
  resources: readonly ResourceString[],
  catalogue: Catalogue,
): (prefix: string) => readonly ArnMeaning[] {
  const known = new Map<string, readonly ArnMeaning[]>();
  return (prefix) => {
    const service = catalogue.service(prefix);
    const before = service && known.get(service.prefix);
    if (!service || before) return before ?? [];
    const meanings = resources.map(({ text }) =>
      isOfNoService(text, catalogue)
        ? { arn: text, types: 'any' as const, isOwn: false }
        : arnMeaning(text, service),
    );
    known.set(service.prefix, meanings);
    return meanings;
  };
}

/** A service that does not exist, or is not lower case, is what is wrong with the ARN; other rules say so. */
function isOfNoService(arn: string, catalogue: Catalogue): boolean {
  const service = splitArn(arn)[2] ?? '*';
  return isLiteralPart(service) && !catalogue.isArnNamespace(service);
}

/** Whether one of the actions is usable on one of the ARNs; ends as soon as nothing new can be learnt. */
function marksUsed(
  infos: readonly ActionInfo[],
  meanings: readonly ArnMeaning[],
  used: Set<string>,
): boolean {
  let isFit = false;
  for (const info of infos) {
    for (const meaning of meanings) {
      if ((isFit && used.has(meaning.arn)) || !isUsableOn(info, meaning)) continue;
      isFit = true;
      used.add(meaning.arn);
    }
    if (used.size === meanings.length && isFit) return true;
  }
  return isFit;
}
