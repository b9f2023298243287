import { findConditionKey } from '../../catalogue/find-condition-key.ts';
import { isAssignedId, type LooseValue, looseValue } from '../../iam/loose-value.ts';
import { sensitiveKeySubject } from '../../iam/sensitive-condition-key.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import { conditionTests } from '../../reasoning/condition-tests.ts';
import { defineRule } from '../rule.ts';

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
    for (const { entry, operator, values } of conditionTests(statement, catalogue)) {
      const subject = sensitiveKeySubject(entry.key.text);
      if (!subject || operator?.operator.operand !== 'String') continue;
      for (const value of values) {
        if (value.kind !== 'string' || /^\*+$/.test(value.text) || isDynamic(value.text)) continue;
        const loose = looseValue(value.text, operator.operator);
        if (!loose || (loose.variable !== undefined && isAssignedId(loose.variable))) continue;
        // What does not exist is left to the rules about variables.
        if (loose.variable !== undefined && !findConditionKey(loose.variable, catalogue)) continue;
        yield { range: value.range, message: `${consequence(value.text, loose, subject)} Write the id out.` };
      }
    }
  },
});

function consequence(text: string, { variable }: LooseValue, subject: string): string {
  return variable === undefined
    ? `"${text}" may match the id of any other ${subject}, too.`
    : `"${text}" stands for any ${subject} that somebody puts there.`;
}
