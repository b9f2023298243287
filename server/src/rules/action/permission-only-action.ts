import { findAction } from '../../catalogue/find-action.ts';
import { defineRule } from '../rule.ts';

/**
 * Some actions correspond to no API operation: services ask for them while they carry out another, as for `iam:PassRole`
 * when a function is created with a role. No call and no CloudTrail event bears such a name, so that tools which derive
 * policies from what was called do not find it.
 *
 * What is not marked so may be newer than the data, whose date the message tells.
 */
export const permissionOnlyAction = defineRule({
  id: 'permission-only-action',
  scope: 'statement',
  severity: 'hint',
  category: 'style',
  summary: 'Action corresponds to no API operation',
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  isOptIn: true,
  noFix: 'The action is right; the hint explains why no call and no event bears its name.',
  examples: [
    {
      bad: '"Effect": "Allow", "Action": ["lambda:CreateFunction", "iam:PassRole"], "Resource": "*"',
      good: '"Effect": "Allow", "Action": ["lambda:CreateFunction", "iam:GetUser"], "Resource": "*"',
    },
  ],

  *check({ statement, catalogue }) {
    for (const { text, isPattern, range } of statement.actions) {
      const info = isPattern ? undefined : findAction(catalogue, text);
      if (!info?.isPermissionOnly) continue;
      yield {
        range,
        message: `"${text}" corresponds to no API operation (data of ${catalogue.stamp.dependentsDate}).`,
      };
    }
  },
});
