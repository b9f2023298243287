import { enumerated } from '../../base/enumerated.ts';
import { resourceBoundKeys } from '../../reasoning/resource-bound-key.ts';
import { firstNamed } from '../first-named.ts';
import { defineRule } from '../rule.ts';

/**
 * Some condition keys come with one type of resource only: `ec2:InstanceType` with instances, though `ec2:RunInstances`
 * also uses an image, a subnet and more. A statement that names other resources never sees the key. An ordinary test is
 * then false, and the statement never applies to the action; a negated one is always true.
 */
export const conditionKeyUnsupportedByResourceType = defineRule({
  id: 'condition-key-unsupported-by-resource-type',
  scope: 'statement',
  mentions: ['condition'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Key comes only with other types of resources',
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-policy-structure.html',
  equivalents: { parliament: ['UNKNOWN_CONDITION_FOR_ACTION'] },
  noFix: 'Whether the key or the resource is meant, only the author knows.',
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "arn:aws:ec2:*:*:subnet/*", "Condition": { "StringEquals": { "ec2:InstanceType": "t3.micro" } }',
      good: '"Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "arn:aws:ec2:*:*:instance/*", "Condition": { "StringEquals": { "ec2:InstanceType": "t3.micro" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const { test, actions, types, whenAbsent } of resourceBoundKeys(statement, catalogue)) {
      const [first] = actions;
      if (!first) continue;
      const subject = firstNamed(actions.map(({ text }) => text));
      const deny = statement.effect === 'Deny';
      const effect =
        whenAbsent === 'false'
          ? `Nothing is ${deny ? 'denied' : 'allowed'} here`
          : 'The test is always true here';
      const noun = types.length === 1 ? 'type' : 'types';
      const where = types.length > 3 ? 'resources of other types' : `the ${noun} ${enumerated(types)}`;
      yield {
        range: first.range,
        message: `${subject} ${actions.length === 1 ? 'sends' : 'send'} "${test.entry.key.text}" only for ${where}. ${effect}.`,
      };
    }
  },
});
