import type { TextRange } from '../../base/text-range.ts';
import { arnPartSpan, parseArn } from '../../iam/arn.ts';
import { type PrincipalString, principalStrings } from '../../policy/principal-strings.ts';
import { partOf } from '../../policy/value.ts';
import { deletePrincipal } from '../principal-fixes.ts';
import { defineRule } from '../rule.ts';

/**
 * An account that a policy names as principal decides for itself who comes in. With your own accounts and those of your
 * partners listed under `trustedAccounts` in `leastwise.json`, principals of all others are reported: accounts that were
 * left over, or have a wrong digit.
 *
 * Silent as long as no accounts are listed. Accounts that only a condition names are not looked at.
 */
export const principalConfiguredList = defineRule({
  id: 'principal-configured-list',
  scope: 'statement',
  effect: 'Allow',
  severity: 'warning',
  category: 'security',
  summary: 'Principal is of an account that is not trusted',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  policyTypes: ['resource', 'trust', 'endpoint'],
  examples: [
    {
      policyType: 'trust',
      trustedAccounts: ['111122223333'],
      bad: '"Effect": "Allow", "Principal": { "AWS": ["111122223333", "arn:aws:iam::444455556666:root"] }, "Action": "sts:AssumeRole"',
      good: '"Effect": "Allow", "Principal": { "AWS": ["111122223333"] }, "Action": "sts:AssumeRole"',
    },
  ],

  *check({ statement, trustedAccounts }) {
    if (!trustedAccounts) return;
    for (const principal of principalStrings(statement)) {
      const place = principal.element === 'Principal' && accountPlace(principal);
      if (!place || trustedAccounts.has(place.account)) continue;
      yield {
        range: place.range,
        message: `"${place.account}" is none of the trusted accounts.`,
        fixes: () => deletePrincipal(statement, principal),
      };
    }
  },
});

/** Where the account stands; undefined for principals that name none. */
function accountPlace({ value, text }: PrincipalString): { account: string; range: TextRange } | undefined {
  if (/^\d{12}$/.test(text)) return { account: text, range: value.range };
  const account = parseArn(text)?.account ?? '';
  if (!/^\d{12}$/.test(account)) return undefined;
  const { start, end } = arnPartSpan(text, 'account');
  return { account, range: partOf(value, start, end) };
}
