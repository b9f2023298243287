import { keySupport } from '../../reasoning/key-support.ts';
import { deleteTest } from '../condition-fixes.ts';
import { defineRule } from '../rule.ts';
import { byKey } from '../unsupported-key.ts';

/**
 * With `IfExists` a test holds where the key is absent. If no action of the statement ever sends the key, the test
 * always holds: an Allow with it is as wide as one without, a Deny denies everything it names.
 *
 * Without `IfExists` the same mistake is one of `condition-key-unsupported-by-any-action`. Where some actions of the
 * statement send the key, the suffix is what it is made for.
 */
export const ifexistsUnsupportedKey = defineRule({
  id: 'ifexists-unsupported-key',
  scope: 'statement',
  mentions: ['ifexists'],
  severity: 'warning',
  category: 'security',
  summary: 'IfExists on a key that no action sends',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  supersedes: ['ifexists-redundant-on-negated'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEqualsIfExists": { "ec2:InstanceType": "t3.micro" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
    },
  ],

  *check({ statement, catalogue }) {
    if (!statement.conditions.some(({ operator }) => /IfExists$/i.test(operator.text))) return;
    for (const { test, isAll } of byKey(keySupport(statement, catalogue))) {
      const { entry, operator } = test;
      if (!isAll || !operator?.ifExists) continue;
      const isTrueAnyway = operator.operator.isNegated && !operator.setOperator;
      const consequence = isTrueAnyway ? 'the test is' : '"IfExists" makes the test';
      yield {
        range: entry.key.range,
        message: `No action of the statement sends "${entry.key.text}". So ${consequence} always true.`,
        fixes: () => deleteTest(statement, entry, { keepsAccess: false, isPreferred: true }),
      };
    }
  },
});
