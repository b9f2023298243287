import { parseArn } from '../../iam/arn.ts';
import { type PrincipalString, principalStrings } from '../../policy/principal-strings.ts';
import { deletePrincipal } from '../principal-fixes.ts';
import { defineRule } from '../rule.ts';

/**
 * An account by its 12 digits and by the ARN that ends in `:root` is the same principal, and beside `"*"` every other
 * name under `AWS` is superfluous. A role beside its account is not: naming it grants without a policy of its own.
 */
export const redundantPrincipal = defineRule({
  id: 'redundant-principal',
  scope: 'statement',
  severity: 'hint',
  category: 'style',
  summary: 'Another entry stands for this principal already',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  policyTypes: ['resource', 'trust'],
  examples: [
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "AWS": ["arn:aws:iam::111122223333:root", "111122223333"] }, "Action": "sts:AssumeRole"',
      good: '"Effect": "Allow", "Principal": { "AWS": ["arn:aws:iam::111122223333:root"] }, "Action": "sts:AssumeRole"',
    },
  ],

  *check({ statement }) {
    const listed = principalStrings(statement).filter(({ element }) => element === 'Principal');
    if (listed.length < 2) return;
    const everyone = listed.find(({ type, text }) => type === 'AWS' && text === '*');
    const hasOnePartition = new Set(listed.flatMap(({ text }) => parseArn(text)?.partition ?? [])).size < 2;
    const firsts = new Map<string, PrincipalString>();
    for (const principal of listed) {
      // An account of the same number in another partition is another one.
      const identity = hasOnePartition ? identityOf(principal) : `${principal.type} ${principal.text}`;
      const same = firsts.get(identity);
      if (!same) firsts.set(identity, principal);
      const isCovered = principal.type === 'AWS' && everyone !== undefined && principal !== everyone;
      if (!same && !isCovered) continue;
      yield {
        range: principal.range,
        message: isCovered
          ? `"*" stands for everyone, "${principal.text}" included.`
          : `"${principal.text}" is listed already${same?.text === principal.text ? '' : `, as "${same?.text}"`}.`,
        isUnnecessary: true,
        fixes: () =>
          deletePrincipal(statement, principal).map((fix) => ({
            ...fix,
            keepsAccess: true,
            isPreferred: true as const,
          })),
      };
    }
  },
});

function identityOf({ type, text }: PrincipalString): string {
  return `${type} ${/^arn:[^:]*:iam::(\d{12}):root$/.exec(text)?.[1] ?? text}`;
}
