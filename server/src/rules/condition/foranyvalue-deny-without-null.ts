import { keyPresence } from '../../iam/key-presence.ts';
import { operatorName } from '../../iam/operator-name.ts';
import type { ConditionEntry, Statement } from '../../policy/statement.ts';
import { addStatementAfter } from '../../policy/statement-edit.ts';
import { isKeyDemanded } from '../../reasoning/absent-key.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { keysDeniedWhenAbsent } from '../../reasoning/keys-denied-when-absent.ts';
import { useOperator } from '../condition-fixes.ts';
import { defineRule, type Finding, type Fix, type StatementPlace } from '../rule.ts';
import { shiftedFinding } from '../shifted-finding.ts';

/**
 * `ForAnyValue` needs a value: for a request that lacks the key it is false, even with a negated operator. A Deny for
 * everybody outside a list of organization paths, for instance, does not reach callers outside of any organization.
 * `IfExists`, or a second Deny with `Null` and `true`, reaches them; `Null` with `false` in the same condition changes
 * nothing.
 *
 * A Deny with a list of what is forbidden needs no such care, and neither do keys that describe what a request brings
 * along.
 */
export const foranyvalueDenyWithoutNull = defineRule({
  id: 'foranyvalue-deny-without-null',
  scope: 'policy',
  severity: 'information',
  category: 'security',
  summary: 'ForAnyValue keeps a Deny from requests without the key',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
  examples: [
    {
      bad: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "ForAnyValue:StringNotLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" } }',
      good: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "ForAnyValue:StringNotLikeIfExists": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" } }',
    },
  ],

  *check({ policy, catalogue }) {
    let denied: ReadonlySet<string> | undefined;
    for (const { statement, offset } of policy.statements) {
      if (statement.effect !== 'Deny' || statement.conditions.length === 0) continue;
      for (const test of conditionTests(statement, catalogue)) {
        if (!letsAbsentGo(test) || isKeyDemanded(test, statement, catalogue)) continue;
        denied ??= keysDeniedWhenAbsent(policy, catalogue);
        if (!denied.has(test.entry.key.text.toLowerCase()))
          yield shiftedFinding(finding(statement, test), offset);
      }
    }
  },
});

function finding(statement: Statement, { entry, operator }: ConditionTest): Finding {
  return {
    range: entry.key.range,
    message: `Requests without "${entry.key.text}" are not denied: "ForAnyValue" needs a value.`,
    fixes: (place) => [
      ...(operator
        ? useOperator(statement, [{ entry }], operatorName({ ...operator, ifExists: true }), {
            keepsAccess: false,
            isPreferred: true,
          })
        : []),
      ...secondDeny(statement, entry, place),
    ],
  };
}

function letsAbsentGo({ entry, operator }: ConditionTest): boolean {
  if (operator?.setOperator !== 'ForAnyValue' || operator.ifExists || !operator.operator.isNegated)
    return false;
  return keyPresence(entry.key.text)?.isProof ?? false;
}

/** The same Deny for requests without the key; only where nothing else is tested. */
function secondDeny(statement: Statement, { key }: ConditionEntry, place: StatementPlace): readonly Fix[] {
  if (statement.conditions.length > 1) return [];
  const kept = statement.members.filter(({ key: name, value }) => !LEFT_OUT.has(name.text) && value);
  const members = kept.map(({ key: name, range, value }) => [
    name.text,
    statement.text.slice(value?.range.start ?? range.end, range.end),
  ]);
  const condition = `{ "Null": { ${statement.text.slice(key.range.start, key.range.end)}: "true" } }`;
  const edits = addStatementAfter(statement, place, { ...Object.fromEntries(members), Condition: condition });
  return [{ title: `Deny requests without "${key.text}", too`, keepsAccess: false, edits }];
}

const LEFT_OUT: ReadonlySet<string> = new Set(['Sid', 'Condition']);
