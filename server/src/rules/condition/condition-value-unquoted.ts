import { oneOrMany } from '../../policy/value.ts';
import { quoteValues } from '../quote-values.ts';
import { defineRule } from '../rule.ts';

/**
 * AWS reads a number or a Boolean the same with and without quotes, but nearly all policies and all examples of AWS have
 * quotes, and a tool that compares texts takes `true` and `"true"` for two values. A number of an account loses its
 * leading zeros without them.
 */
export const conditionValueUnquoted = defineRule({
  id: 'condition-value-unquoted',
  scope: 'statement',
  severity: 'hint',
  category: 'style',
  summary: 'Condition value without quotes',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  isOptIn: true,
  examples: [
    {
      bad: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": false } }',
      good: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } }',
    },
  ],

  *check({ statement }) {
    for (const { values } of statement.conditions) {
      const items = oneOrMany(values);
      const scalars = items.flatMap((item) => (item.kind === 'scalar' && item.value !== null ? [item] : []));
      const [first] = scalars;
      // A list that mixes types is an error with a rule of its own.
      if (!first || !scalars.every(({ value }) => typeof value === typeof first.value)) continue;
      if (items.some(({ kind }) => kind === 'string')) continue;
      yield {
        range: first.range,
        message: `${first.value} has no quotes; condition values are usually strings.`,
        fixes: () => quoteValues(statement, scalars),
      };
    }
  },
});
