import { grouped } from '../../base/markdown.ts';
import { counted } from '../../base/plural.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { STANDINGS } from '../../iam/evaluation.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import type { Statement } from '../../policy/statement.ts';
import { oneOrMany } from '../../policy/value.ts';
import { allowedActions } from '../../reasoning/allowed-actions.ts';
import { isOfKeyPolicy } from '../hover/key-policy.ts';
import { principalPhrase } from './principal-phrase.ts';
import { resourcePhrase } from './resource-phrase.ts';

/**
 * A statement in one line: `Allows 41 actions on 1 bucket · 3 change permissions`. Undefined where its effect or its
 * actions are not written yet.
 */
export function statementSummary(
  statement: Statement,
  policy: PolicyDocument,
  catalogue: Catalogue,
): string | undefined {
  const { effect, conditions } = statement;
  if (!effect || !isSummarizable(statement)) return undefined;
  const { size, byLevel } = allowedActions(statement, catalogue);
  const resources = attached(statement, policy) ?? resourcePhrase(statement, catalogue);
  const principals = principalPhrase(statement);
  const parts = [
    verb(effect, policy),
    actionCount(size, statement),
    ...(resources ? [`on ${resources}`] : []),
    ...(principals ? [`${effect === 'Allow' ? 'to' : 'for'} ${principals}`] : []),
  ];
  const changing = byLevel['Permissions management'];
  return [
    parts.join(' '),
    ...(changing > 0 ? [`${grouped(changing)} ${changing === 1 ? 'changes' : 'change'} permissions`] : []),
    ...(conditions.length > 0 ? [counted(conditions.length, 'condition')] : []),
  ].join(' · ');
}

/** True where its effect and at least one action are written. Cheap. */
export function isSummarizable(statement: Statement): boolean {
  const member = statement.element('Action') ?? statement.element('NotAction');
  return statement.effect !== undefined && oneOrMany(member?.value).length > 0;
}

/** `*` in a policy that is attached to a resource stands for that resource. */
function attached(statement: Statement, policy: PolicyDocument): string | undefined {
  const isAll = statement.resources.some(({ element, text }) => element === 'Resource' && text === '*');
  if (!isAll || policy.type.policyType !== 'resource') return undefined;
  return isOfKeyPolicy(statement, policy) ? 'this key' : 'this resource';
}

function verb(effect: 'Allow' | 'Deny', { type }: PolicyDocument): string {
  if (effect === 'Deny') return 'Denies';
  return STANDINGS[type.policyType].power === 'grants' ? 'Allows' : 'Allows at most';
}

function actionCount(size: number, statement: Statement): string {
  const member = statement.element('Action') ?? statement.element('NotAction');
  const isPartly = oneOrMany(member?.value).some((value) => value.kind !== 'string' || isDynamic(value.text));
  if (size === 0) return isPartly ? 'actions that are filled in later' : 'no known action';
  if (!isPartly) return counted(size, 'action');
  const isNegated = member?.key.text === 'NotAction';
  return `${isNegated ? 'fewer than' : 'at least'} ${counted(size, 'action')}`;
}
