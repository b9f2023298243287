import { intersects, shifted, type TextRange } from '../../base/text-range.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { PlacedStatement, PolicyDocument, PolicyFile } from '../../policy/policy-document.ts';
import { countedSize, quotasOfPolicy } from '../../policy/policy-quota.ts';
import { placedFix } from '../../rules/placed-fix.ts';
import { type Action, toAction } from '../code-action/action.ts';
import {
  type Offer,
  type OfferContext,
  offersForActionKey,
  offersForActions,
  offersForGuards,
  offersForResources,
  offersForScope,
  offersForWildcard,
} from './offers.ts';

/** What can be done at a range without a finding: narrow, split, collapse, expand, guard. */
export function refactors(file: PolicyFile, range: TextRange, catalogue: Catalogue): readonly Action[] {
  return file.policies.flatMap((policy) => {
    const isTouched = (own: TextRange): boolean => intersects(policy.embedding.toFile(own), range);
    const touched = policy.statements.filter(({ statement, offset }) =>
      isTouched({ start: offset, end: offset + statement.text.length }),
    );
    return touched.flatMap((placed) => {
      const { offset } = placed;
      const isAt = (own: TextRange): boolean => isTouched(shifted(own, offset));
      const context = contextOf(policy, placed, catalogue);
      const found = [
        ...forWildcards(context, isAt),
        // A selection of several statements is about none of them in particular.
        ...(touched.length === 1 ? forElements(context, isAt) : []),
      ];
      return withoutRepeats(found).map(({ fix, kind }) =>
        toAction(placedFix(fix, offset, policy.embedding), kind),
      );
    });
  });
}

type IsAt = (range: TextRange) => boolean;

function contextOf(
  policy: PolicyDocument,
  { statement }: PlacedStatement,
  catalogue: Catalogue,
): OfferContext {
  return {
    statement,
    siblings: policy.statements.map((placed) => placed.statement).filter((own) => own !== statement),
    place: { isInList: policy.statementValue?.kind === 'array', removal: undefined },
    policyType: policy.type.policyType,
    isOverQuota: () => quotasOfPolicy(policy).some((quota) => countedSize(policy, quota) > quota.limit),
    catalogue,
  };
}

function forWildcards(context: OfferContext, isAt: IsAt): readonly Offer[] {
  return context.statement.actions
    .filter((action) => action.isPattern && isAt(action.range))
    .flatMap((action) => offersForWildcard(context, action));
}

function forElements(context: OfferContext, isAt: IsAt): readonly Offer[] {
  return context.statement.members
    .filter(({ range }) => isAt(range))
    .flatMap(({ key }): readonly Offer[] => {
      switch (key.text) {
        case 'Action':
          return [
            ...(isAt(key.range) ? offersForActionKey(context) : []),
            ...offersForScope(context),
            ...offersForActions(context),
          ];
        case 'NotAction':
          return offersForActions(context);
        case 'Resource':
          return [...offersForResources(context), ...offersForScope(context)];
        case 'Effect':
        case 'Principal':
        case 'Condition':
          return offersForGuards(context);
        default:
          return [];
      }
    });
}

function withoutRepeats(found: readonly Offer[]): readonly Offer[] {
  const titles = new Set<string>();
  return found.filter(({ fix: { title } }) => {
    const isNew = !titles.has(title);
    titles.add(title);
    return isNew;
  });
}
