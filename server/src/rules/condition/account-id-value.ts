import { isAccountId, isOrganizationId } from '../../iam/aws-id.ts';
import { meantAccount } from '../../iam/meant-id.ts';
import { nearAccounts } from '../../iam/near-account.ts';
import type { Statement } from '../../policy/statement.ts';
import { type ValueOfKind, valuesOfKind } from '../../reasoning/values-of-kind.ts';
import { changeToEach } from '../change-to.ts';
import { unlessStandIn } from '../not-filled-in.ts';
import { defineRule, type Fix } from '../rule.ts';
import { testOtherKey } from '../test-other-key.ts';

/**
 * Keys such as `aws:SourceAccount` hold the id of an account: 12 digits, zeros in front included. Another text never
 * matches, so an Allow grants nothing, and a Deny that spares it hits everybody. Without quotes a number loses its zeros
 * in front.
 */
export const accountIdValue = defineRule({
  id: 'account-id-value',
  scope: 'statement',
  mentions: ['account'],
  severity: 'error',
  category: 'correctness',
  summary: 'Value is no account ID',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceaccount',
  examples: [
    {
      bad: '"Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceAccount": 11122223333 } }',
      good: '"Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceAccount": "011122223333" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const found of valuesOfKind(statement, catalogue, 'account')) {
      if (isAccountId(found.compared) || OTHERS.has(found.compared)) continue;
      yield {
        range: found.value.range,
        ...unlessStandIn(found.text, 'account', `"${found.text}" is no account id; it must have 12 digits.`),
        fixes: () => fixesFor(statement, found),
      };
    }
  },
});

/** What stands for callers without an account, and for the owner of what AWS itself provides. */
const OTHERS: ReadonlySet<string> = new Set(['anonymous', 'aws', 'amazon']);

function fixesFor(statement: Statement, { value, text, test }: ValueOfKind): readonly Fix[] {
  const meant = meantAccount(text);
  const likely = [...nearAccounts(statement.text, text), ...(meant ? [meant] : [])];
  if (likely.length > 0) return changeToEach(value, [...new Set(likely)]);
  const key = test.entry.key.text;
  return /^aws:.*Account$/i.test(key)
    ? testOtherKey(statement, test, key.replace(/Account$/i, 'OrgID'), isOrganizationId)
    : [];
}
