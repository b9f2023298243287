import { isAlwaysPresent } from '../../iam/key-presence.ts';
import { conditionTests } from '../../reasoning/condition-tests.ts';
import { isTagKey } from '../../reasoning/key-support.ts';
import { whenAbsent } from '../../reasoning/when-absent.ts';
import { defineRule } from '../rule.ts';

/**
 * Global condition keys work with every service, but not every request carries them: `aws:SourceVpce` is there only
 * through a VPC endpoint, `aws:SourceArn` only when a service calls. The Service Authorization Reference does not say for
 * which actions that happens. Where the test decides about named actions it is worth trying out.
 *
 * Silent for keys that every request carries, for tests with `IfExists` or `ForAllValues`, and beside a `Null` test of the
 * same key.
 */
export const globalKeyWithActionSpecific = defineRule({
  id: 'global-key-with-action-specific',
  scope: 'statement',
  severity: 'hint',
  category: 'correctness',
  summary: 'Global key that requests for the actions may lack',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  isOptIn: true,
  noFix: 'Only a try shows which requests carry the key.',
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" } }',
    },
  ],

  *check({ statement, catalogue }) {
    if (statement.isBroken || !statement.effect || !statement.actions.every(({ text }) => text.includes(':')))
      return;
    const tests = conditionTests(statement, catalogue);
    const checked = new Set(
      tests
        .filter(({ operator }) => operator?.operator.operand === 'Null')
        .map(({ entry }) => entry.key.text.toLowerCase()),
    );
    for (const test of tests) {
      const { text, range } = test.entry.key;
      if (!catalogue.globalConditionKey(text) || isTagKey(text) || isAlwaysPresent(text)) continue;
      if (checked.has(text.toLowerCase())) continue;
      const absent = whenAbsent(test);
      if (absent !== 'true' && absent !== 'false') continue;
      const verb = statement.effect === 'Deny' ? 'denied' : 'allowed';
      yield {
        range,
        message: `Requests for these actions may lack "${text}". They are then ${absent === 'true' ? '' : 'not '}${verb}.`,
      };
    }
  },
});
