import { enumerated } from '../../base/enumerated.ts';
import type { PlacedStatement, PolicyDocument } from '../../policy/policy-document.ts';
import type { ActionString } from '../../policy/statement.ts';
import { statementTitle } from '../../policy/statement-title.ts';
import { type DeniedActions, deniedActions } from '../../reasoning/denied-actions.ts';
import { exceptFromDeny } from '../except-from-deny.ts';
import { removeRedundant } from '../remove-redundant.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';
import { shiftedFinding } from '../shifted-finding.ts';
import { deletePlaced, effectRange } from '../whole-statement.ts';

/**
 * A Deny overrides every Allow, whatever their order. An Allow all of whose requests are denied in the same policy
 * allows nothing: it is left over, or the Deny was meant to leave something out.
 *
 * A single entry of `Action` that is denied on all resources of its statement is pointed out. A Deny that takes only a
 * part of what an entry matches is an exception, as usual, and a Deny with conditions is not judged.
 */
export const allowShadowedByDeny = defineRule({
  id: 'allow-shadowed-by-deny',
  scope: 'policy',
  severity: 'warning',
  category: 'correctness',
  summary: 'All that the statement allows is denied',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html',
  examples: [
    {
      bad: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::app/*" }, { "Sid": "NoBuckets", "Effect": "Deny", "Action": "s3:*", "Resource": "*" }] }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Sid": "NoBuckets", "Effect": "Deny", "Action": "s3:*", "Resource": "*" }] }',
    },
    {
      bad: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:*", "iam:GetUser"], "Resource": "*" }, { "Sid": "NoIam", "Effect": "Deny", "Action": "iam:*", "Resource": "*" }] }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:*"], "Resource": "*" }, { "Sid": "NoIam", "Effect": "Deny", "Action": "iam:*", "Resource": "*" }] }',
    },
  ],

  *check({ policy }) {
    for (const denied of deniedActions(policy)) {
      if (denied.whole.length > 0) yield whole(policy, denied);
      else yield* entries(denied);
    }
  },
});

function whole(policy: PolicyDocument, { allow, whole: denies }: DeniedActions): Finding {
  const verb = denies.length === 1 ? 'denies' : 'together deny';
  const subject = enumerated(denies.map(statementTitle));
  const isSingle = denies.length === 1;
  return {
    range: effectRange(allow),
    message: `Nothing is allowed here: ${subject} ${verb} all of it.`,
    isUnnecessary: true,
    fixes: () => [
      ...deletePlaced(policy, allow).map(withoutPreference),
      ...(isSingle ? denies.flatMap((deny) => exceptFromDeny(deny, allow)) : []),
    ],
  };
}

/** The Deny may be the mistake. */
function withoutPreference({ isPreferred: _, ...fix }: Fix): Fix {
  return fix;
}

function* entries({ allow, actions }: DeniedActions): Generator<Finding> {
  for (const [action, deny] of actions)
    yield shiftedFinding(entry(allow, action, deny, actions), allow.offset);
}

function entry(
  { statement }: PlacedStatement,
  { range, text, value }: ActionString,
  deny: PlacedStatement,
  actions: DeniedActions['actions'],
): Finding {
  return {
    range,
    severity: 'information',
    message: `${capitalized(statementTitle(deny))} denies "${text}" on all of these resources.`,
    isUnnecessary: true,
    fixes: () =>
      removeRedundant(
        statement,
        statement.element('Action')?.value,
        value,
        [...actions.keys()].map((action) => action.value),
      ),
  };
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
