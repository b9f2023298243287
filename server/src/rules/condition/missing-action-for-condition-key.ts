import { shifted } from '../../base/text-range.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { matchesWildcard } from '../../iam/wildcard.ts';
import { insertLast } from '../../policy/list-edit.ts';
import type { PlacedStatement } from '../../policy/policy-document.ts';
import { replaceItem } from '../../policy/replace-item.ts';
import type { ActionString, Statement } from '../../policy/statement.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { whenAbsent } from '../../reasoning/when-absent.ts';
import { defineRule, type Fix } from '../rule.ts';
import { shiftedFixes } from '../shifted-fixes.ts';

/**
 * A caller may pass tags or a source identity along with `sts:AssumeRole` only if `sts:TagSession` or
 * `sts:SetSourceIdentity` is allowed as well. A policy that asks for `aws:RequestTag`, `sts:TransitiveTagKeys` or
 * `sts:SourceIdentity` without allowing them can never be met: with the tags the call is refused for want of the second
 * action, without them the condition is false.
 *
 * An Allow of the action anywhere in the policy will do. A warning in policies of identities, where another policy may
 * allow it.
 */
export const missingActionForConditionKey = defineRule({
  id: 'missing-action-for-condition-key',
  scope: 'policy',
  severity: 'error',
  category: 'correctness',
  summary: 'Session key needs an action that is not allowed',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required',
  equivalents: { accessAnalyzer: ['MISSING_ACTION_FOR_CONDITION_KEY'] },
  policyTypes: ['trust', 'identity'],
  examples: [
    {
      bad: '"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole", "Condition": { "StringLike": { "aws:RequestTag/team": "*" } }',
      good: '"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ["sts:AssumeRole", "sts:TagSession"], "Condition": { "StringLike": { "aws:RequestTag/team": "*" } }',
      policyType: 'trust',
    },
  ],

  *check({ policy, policyType, catalogue }) {
    for (const { statement, offset } of policy.statements) {
      const found = askedFor(statement, catalogue);
      if (!found || allows(policy.statements, found.needed)) continue;
      const { text, range } = found.test.entry.key;
      yield {
        range: shifted(range, offset),
        message: `"${text}" comes only with ${found.needed}, which is not allowed. So the role cannot be assumed here.`,
        ...(policyType === 'identity' ? { severity: 'warning' as const } : {}),
        fixes: () => shiftedFixes(addAction(statement, found), offset),
      };
    }
  },
});

interface Demand {
  readonly test: ConditionTest;
  readonly needed: string;
  /** The string of `Action` that assumes the role. */
  readonly action: ActionString;
}

function askedFor(statement: Statement, catalogue: Catalogue): Demand | undefined {
  if (statement.effect !== 'Allow' || statement.isBroken || statement.element('NotAction')) return undefined;
  const action = statement.actions.find(({ text }) => /^sts:assumerole/i.test(text));
  if (!action || statement.conditions.length === 0) return undefined;
  for (const test of conditionTests(statement, catalogue)) {
    const needed = neededAction(test.entry.key.text);
    if (needed && whenAbsent(test) === 'false') return { test, needed, action };
  }
  return undefined;
}

function neededAction(key: string): string | undefined {
  if (/^(?:aws:requesttag\/.+|aws:tagkeys|sts:transitivetagkeys)$/i.test(key)) return 'sts:TagSession';
  return /^sts:sourceidentity$/i.test(key) ? 'sts:SetSourceIdentity' : undefined;
}

function allows(statements: readonly PlacedStatement[], needed: string): boolean {
  return statements.some(
    ({ statement }) =>
      statement.effect === 'Allow' &&
      (statement.element('NotAction') !== undefined ||
        statement.actions.some(({ text }) => matchesWildcard(text.toLowerCase(), needed.toLowerCase()))),
  );
}

function addAction(statement: Statement, { needed, action }: Demand): readonly Fix[] {
  const value = statement.element('Action')?.value;
  const edit =
    value?.kind === 'array'
      ? insertLast(statement.text, value, `"${needed}"`)
      : replaceItem(statement, 'Action', action.value, [action.text, needed]);
  return [{ title: `Add "${needed}"`, keepsAccess: false, isPreferred: true, edits: [edit] }];
}
