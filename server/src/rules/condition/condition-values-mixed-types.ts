import { oneOrMany } from '../../policy/value.ts';
import { quoteValues } from '../quote-values.ts';
import { defineRule } from '../rule.ts';

/**
 * The values of one condition key must all be strings, all numbers or all Booleans. AWS rejects a list that mixes them,
 * although it reads each of them the same with and without quotes.
 */
export const conditionValuesMixedTypes = defineRule({
  id: 'condition-values-mixed-types',
  scope: 'statement',
  severity: 'error',
  category: 'correctness',
  summary: 'Values of one condition key differ in their JSON type',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['INVALID_CONDITION_DATA_TYPE'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalAccount": ["111122223333", 444455556666] } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalAccount": ["111122223333", "444455556666"] } }',
    },
  ],

  *check({ statement }) {
    for (const { key, values } of statement.conditions) {
      const items = oneOrMany(values);
      const scalars = items.flatMap((item) => (item.kind === 'scalar' && item.value !== null ? [item] : []));
      const types = new Set(scalars.map(({ value }) => typeof value));
      if (items.some(({ kind }) => kind === 'string')) types.add('string');
      if (types.size < 2) continue;
      const odd = types.has('string')
        ? scalars[0]
        : scalars.find(({ value }) => typeof value !== typeof scalars[0]?.value);
      if (!odd) continue;
      yield {
        range: odd.range,
        message: `The values of "${key.text}" mix ${[...types].map((type) => PLURALS[type]).join(' and ')}.`,
        fixes: () => quoteValues(statement, scalars),
      };
    }
  },
});

const PLURALS: Readonly<Record<string, string>> = {
  string: 'strings',
  number: 'numbers',
  boolean: 'Booleans',
};
