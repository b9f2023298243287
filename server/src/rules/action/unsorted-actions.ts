import { strings } from '../../policy/value.ts';
import { defineRule } from '../rule.ts';
import { compareActions, sortActions } from '../sort-actions.ts';

/**
 * The order of actions has no meaning. In a list that is sorted by service and name, nothing is listed twice unseen, and
 * changes show where they belong.
 */
export const unsortedActions = defineRule({
  id: 'unsorted-actions',
  scope: 'statement',
  severity: 'hint',
  category: 'style',
  summary: 'Actions are not sorted',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
  isOptIn: true,
  examples: [
    {
      bad: '"Effect": "Allow", "Action": ["s3:PutObject", "ec2:RunInstances", "s3:GetObject"], "Resource": "*"',
      good: '"Effect": "Allow", "Action": ["ec2:RunInstances", "s3:GetObject", "s3:PutObject"], "Resource": "*"',
    },
  ],

  *check({ statement }) {
    for (const { key, value } of statement.members) {
      if ((key.text !== 'Action' && key.text !== 'NotAction') || value?.kind !== 'array') continue;
      const items = strings(value);
      if (statement.isBroken || items.length < value.items.length) continue;
      const at = items.findIndex(
        ({ text }, i) => i > 0 && compareActions(items[i - 1]?.text ?? '', text) > 0,
      );
      const [before, first] = [items[at - 1], items[at]];
      if (!before || !first) continue;
      yield {
        range: first.range,
        message: `"${first.text}" would be sorted before "${before.text}".`,
        fixes: () => sortActions(statement).map((fix) => ({ ...fix, isPreferred: true as const })),
      };
    }
  },
});
