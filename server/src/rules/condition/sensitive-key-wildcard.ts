import type { LooseValue } from '../../iam/loose-value.ts';
import { boundsOnceFixed } from '../../reasoning/bounds-caller.ts';
import { looseIds } from '../../reasoning/loose-ids.ts';
import { defineRule } from '../rule.ts';
import { RULES_ABOUT_EVERYONE } from '../rules-about-everyone.ts';

/**
 * Ten condition keys hold ids of accounts, organizations, VPCs and VPC endpoints. AWS hands these ids out, so a pattern
 * such as `o-a*` also matches ids of strangers, and a variable such as a tag may be set to any id: AWS sees no valid
 * use for either. VPC endpoint policies do not accept wildcards there at all.
 *
 * Variables that AWS fills in with an id, such as `${aws:PrincipalOrgID}`, are fine. For `*` alone, which only tests
 * that the key is present, see `condition-always-true-wildcard`.
 */
export const sensitiveKeyWildcard = defineRule({
  id: 'sensitive-key-wildcard',
  scope: 'statement',
  mentions: ['*', '?'],
  severity: 'error',
  category: 'security',
  summary: 'Account, organization or network is given as a pattern',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive',
  equivalents: { accessAnalyzer: ['WILDCARD_USAGE_TOO_PERMISSIVE', 'VARIABLE_USAGE_TOO_PERMISSIVE'] },
  examples: [
    {
      bad: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotLike": { "aws:PrincipalOrgID": "o-a1b2*" } }',
      good: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotLike": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
    },
  ],
  noFix: 'Only the author knows which account, organization or network is meant.',

  *check({ statement, catalogue }) {
    for (const { entry, value, loose, subject } of looseIds(statement, catalogue)) {
      yield {
        range: value.range,
        message: `${consequence(value.text, loose, subject)} Write the id out.`,
        ...(boundsOnceFixed(statement, entry) ? { supersedes: RULES_ABOUT_EVERYONE } : {}),
      };
    }
  },
});

function consequence(text: string, { variable }: LooseValue, subject: string): string {
  return variable === undefined
    ? `"${text}" may match the id of any other ${subject}, too.`
    : `"${text}" stands for any ${subject} that somebody puts there.`;
}
