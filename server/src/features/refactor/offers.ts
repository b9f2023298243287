import { memoized } from '../../base/memo.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { PolicyType } from '../../iam/policy-type.ts';
import type { ActionString, Statement } from '../../policy/statement.ts';
import { narrowAction } from '../../rules/narrow-action.ts';
import type { Fix, StatementPlace } from '../../rules/rule.ts';
import { sortActions } from '../../rules/sort-actions.ts';
import type { RefactorKind } from '../code-action/action.ts';
import { addGuard, GUARDS } from './add-guard.ts';
import { collapseActions } from './collapse-actions.ts';
import { denySensitive } from './deny-sensitive.ts';
import { excludeSensitive } from './exclude-sensitive.ts';
import { expandAction } from './expand-action.ts';
import { limitToArns } from './limit-to-arns.ts';
import { narrowToLevels } from './narrow-to-levels.ts';
import { narrowToResources } from './narrow-to-resources.ts';
import { narrowToServices } from './narrow-to-services.ts';
import { whyNotNarrow } from './narrowing.ts';
import { splitByResource } from './split-by-resource.ts';
import { isFix, type Transformed } from './transformed.ts';

/** A transformation that can be applied, and the group that it is shown in. */
export interface Offer {
  readonly kind: RefactorKind;
  readonly fix: Fix;
}

/** What the transformations are told about a statement. */
export interface OfferContext {
  readonly statement: Statement;
  readonly siblings: readonly Statement[];
  readonly place: StatementPlace;
  readonly policyType: PolicyType;
  /** Whether the policy is longer than AWS takes. */
  isOverQuota(): boolean;
  readonly catalogue: Catalogue;
}

/** For one string with wildcards. */
export function offersForWildcard(context: OfferContext, action: ActionString): readonly Offer[] {
  const { statement, siblings, place, catalogue } = context;
  const expanded = offers('expand', expandAction(statement, action, catalogue));
  if (whyNotNarrow(statement)) return expanded;
  if (isAcrossServices(action)) return offers('narrow', narrowToServices(statement, catalogue, { action }));
  return [
    ...narrowedWildcard(catalogue)(statement)(action),
    ...offers('deny', denySensitive(statement, catalogue, { strings: [action], siblings, place })),
    ...expanded,
  ];
}

/** For the key of the actions: all strings together. */
export function offersForActionKey(context: OfferContext): readonly Offer[] {
  const { statement, siblings, place, catalogue } = context;
  if (whyNotNarrow(statement) || statement.actions.some(isAcrossServices)) return [];
  return [
    ...offers('narrow', narrowToLevels(statement, catalogue, { levels: ['Read', 'List'] })),
    ...offers('narrow', excludeSensitive(statement, catalogue)),
    ...offers('deny', denySensitive(statement, catalogue, { siblings, place })),
  ];
}

/** For the list of actions, wherever in it. */
export function offersForActions({ statement, catalogue }: OfferContext): readonly Offer[] {
  return [...collapsed(catalogue)(statement), ...offers('sort', sortActions(statement))];
}

/** For actions and resources alike: what follows from both. */
export function offersForScope({ statement, place, catalogue }: OfferContext): readonly Offer[] {
  if (statement.actions.some(isAcrossServices)) return [];
  return [
    ...narrowedByResources(catalogue)(statement),
    ...offers('split', splitByResource(statement, catalogue, { place })),
    ...offers('split', splitByResource(statement, catalogue, { place, others: 'on star' })),
  ];
}

export function offersForResources({ statement, place, catalogue }: OfferContext): readonly Offer[] {
  const limited = limitToArns(statement, catalogue, { place });
  return 'whyNot' in limited ? [] : offers('narrow', limited);
}

/** For what decides to whom and when the statement applies. */
export function offersForGuards({ statement, policyType }: OfferContext): readonly Offer[] {
  return GUARDS.flatMap((guard) => offers('guard', addGuard(statement, { guard, policyType })));
}

type Group = RefactorKind extends `refactor.rewrite.${infer G}` ? G : never;

function offers(group: Group, result: Transformed | readonly Fix[]): readonly Offer[] {
  const fixes = 'length' in result ? result : isFix(result) ? [result] : [];
  return fixes.map((fix) => ({ kind: `refactor.rewrite.${group}`, fix }));
}

const isAcrossServices = ({ servicePrefix }: ActionString): boolean => /[*?]/.test(servicePrefix);

// Editors ask at every move of the cursor, and some wildcards and lists take several milliseconds.

const narrowedWildcard = memoized((catalogue: Catalogue) =>
  memoized((statement: Statement) =>
    memoized((action: ActionString) => [
      ...offers('narrow', narrowAction(statement, action, catalogue)),
      ...offers('narrow', excludeSensitive(statement, catalogue, { strings: [action] })),
    ]),
  ),
);

const narrowedByResources = memoized((catalogue: Catalogue) =>
  memoized((statement: Statement) => offers('narrow', narrowToResources(statement, catalogue))),
);

const collapsed = memoized((catalogue: Catalogue) =>
  memoized((statement: Statement) => offers('collapse', collapseActions(statement, catalogue))),
);
