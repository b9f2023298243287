import { memoized } from '../../base/memo.ts';
import { shifted, type TextRange } from '../../base/text-range.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { insertElement } from '../../policy/insert-element.ts';
import type { PlacedStatement, PolicyDocument } from '../../policy/policy-document.ts';
import { sidsOf, uniqueSid } from '../../policy/sid.ts';
import { mayHave } from '../../policy/stray-element.ts';
import { suggestedSid } from '../../reasoning/suggested-sid.ts';
import { defineRule } from '../rule.ts';
import { shiftedFixes } from '../shifted-fixes.ts';

/**
 * Where a policy has several statements, a `Sid` says what each is for, and error messages, reviews and tools can name
 * it. AWS does not ask for one, and it has no influence on access.
 */
export const missingSid = defineRule({
  id: 'missing-sid',
  scope: 'policy',
  severity: 'hint',
  category: 'style',
  summary: 'One of several statements has no Sid',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
  isOptIn: true,
  examples: [
    {
      bad: `{ "Version": "2012-10-17", "Statement": [
  { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" },
  { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*" }
] }`,
      good: `{ "Version": "2012-10-17", "Statement": [
  { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" },
  { "Sid": "AllowS3ListBucket", "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*" }
] }`,
    },
  ],

  *check({ policy, catalogue }) {
    if (policy.isBroken || policy.statements.length < 2) return;
    for (const placed of policy.statements.filter(hasNoSid)) {
      const { statement, offset } = placed;
      if (mayHave(statement, 'Sid')) continue;
      yield {
        range: shifted(firstKey(placed), offset),
        message: 'This statement has no Sid.',
        isAbsence: true,
        fixes() {
          const sid = proposals(catalogue)(policy).get(placed) ?? '';
          const edits = [insertElement(statement, 'Sid', JSON.stringify(sid))];
          const fix = {
            title: `Insert "Sid": "${sid}"`,
            keepsAccess: true,
            isPreferred: true as const,
            edits,
          };
          return shiftedFixes([fix], offset);
        },
      };
    }
  },
});

/** A key in another case is a slip that unknown-statement-element reports. */
const hasNoSid = ({ statement }: PlacedStatement): boolean =>
  !statement.members.some(({ key }) => key.text.toLowerCase() === 'sid');

function firstKey({ statement }: PlacedStatement): TextRange {
  return statement.members[0]?.key.range ?? { start: 0, end: 1 };
}

/** All at once, so that those of one policy stay different from each other. */
const proposals = memoized((catalogue: Catalogue) =>
  memoized((policy: PolicyDocument): ReadonlyMap<PlacedStatement, string> => {
    const taken = new Set(sidsOf(policy).map(({ text }) => text));
    return new Map(
      policy.statements.filter(hasNoSid).map((placed) => {
        const sid = uniqueSid(suggestedSid(placed.statement, catalogue), taken);
        taken.add(sid);
        return [placed, sid];
      }),
    );
  }),
);
