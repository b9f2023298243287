import { memoized, memoizedLast } from '../base/memo.ts';
import type { ActionInfo, Catalogue } from '../catalogue/catalogue.ts';
import { splitArn } from '../iam/arn.ts';
import { isLiteralPart } from '../policy/resource-arn.ts';
import type { ResourceString, Statement } from '../policy/statement.ts';
import { oneOrMany } from '../policy/value.ts';
import { arnMeanings, literalArns } from './literal-arns.ts';
import { type MatchedAction, matchedActions } from './matched-actions.ts';
import { type ArnMeaning, isUsableOn } from './usable-on.ts';

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
  const { actions, isBroken } = statement;
  if (isBroken || actions.length === 0 || actions.length * statement.resources.length > MAX_PAIRS)
    return false;
  return (
    literalArns(statement).length > 0 &&
    !statement.element('NotAction') &&
    oneOrMany(statement.element('Action')?.value).length === actions.length &&
    actions.every(({ servicePrefix }) => !/[*?]/.test(servicePrefix))
  );
}

function compare(statement: Statement, catalogue: Catalogue): StatementFit {
  const { resources } = statement;
  const ofNoService = new Set(resources.filter(({ text }) => isOfNoService(text, catalogue)));
  const used = new Set<string>();
  const mismatched: UnfitAction[] = [];
  const starOnly: UnfitAction[] = [];
  let isAllKnown = true;
  for (const matched of matchedActions(statement, catalogue)) {
    const { action, infos } = matched;
    const service = catalogue.service(action.servicePrefix);
    if (infos.length === 0 || !service) isAllKnown = false;
    else if (!marksUsed(infos, lenient(arnMeanings(statement, service), ofNoService, resources), used)) {
      const takesNone = infos.every((info) => info.resources.length === 0);
      (takesNone ? starOnly : mismatched).push(matched);
    }
  }
  const unused = isAllKnown ? resources.filter(({ text }) => !used.has(text)) : [];
  return { mismatched, starOnly, unused };
}

/** Of ARNs that name no service anything can be meant. */
function lenient(
  meanings: readonly ArnMeaning[],
  ofNoService: ReadonlySet<ResourceString>,
  resources: readonly ResourceString[],
): readonly ArnMeaning[] {
  if (ofNoService.size === 0) return meanings;
  return meanings.map((meaning, index) =>
    ofNoService.has(resources[index] as ResourceString) ? { ...meaning, types: 'any' as const } : meaning,
  );
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
