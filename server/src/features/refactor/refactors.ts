import { intersects, shifted, type TextRange } from '../../base/text-range.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { PlacedStatement, PolicyDocument, PolicyFile } from '../../policy/policy-document.ts';
import type { ActionString } from '../../policy/statement.ts';
import { narrowAction } from '../../rules/narrow-action.ts';
import { placedFix } from '../../rules/placed-fix.ts';
import type { Fix } from '../../rules/rule.ts';
import type { Action } from '../code-action/action.ts';
import { expandAction } from './expand-action.ts';

/** What can be done with the wildcard at a range, without a finding: expand it, narrow it by access level. */
export function refactors(file: PolicyFile, range: TextRange, catalogue: Catalogue): readonly Action[] {
  return wildcardsAt(file, range).flatMap(({ policy, placed, action }) =>
    [...expandAction(placed.statement, action, catalogue), ...narrowed(placed, action, catalogue)].map(
      (fix) => toAction(placedFix(fix, placed.offset, policy.embedding)),
    ),
  );
}

interface Wildcard {
  readonly policy: PolicyDocument;
  readonly placed: PlacedStatement;
  readonly action: ActionString;
}

function wildcardsAt(file: PolicyFile, range: TextRange): readonly Wildcard[] {
  return file.policies.flatMap((policy) => {
    const isTouched = (own: TextRange): boolean => intersects(policy.embedding.toFile(own), range);
    return policy.statements.flatMap((placed) => {
      const { statement, offset } = placed;
      if (!isTouched({ start: offset, end: offset + statement.text.length })) return [];
      return statement.actions
        .filter((action) => action.isPattern && isTouched(shifted(action.range, offset)))
        .map((action) => ({ policy, placed, action }));
    });
  });
}

/** Only where fewer actions mean less access: a narrower Deny, or a narrower NotAction, would open something. */
function narrowed(
  { statement }: PlacedStatement,
  action: ActionString,
  catalogue: Catalogue,
): readonly Fix[] {
  const isAllowed = statement.effect === 'Allow' && action.element === 'Action';
  return isAllowed ? narrowAction(statement, action, catalogue) : [];
}

function toAction({ title, edits, isSnippet }: Fix): Action {
  return { title, kind: 'refactor.rewrite', edits, isPreferred: false, isSnippet: isSnippet ?? false };
}
