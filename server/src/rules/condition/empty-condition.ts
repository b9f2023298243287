import { removeEntry } from '../../policy/list-edit.ts';
import { defineRule, type Finding } from '../rule.ts';

/**
 * An empty condition, or an operator without a key, tests nothing: the statement applies as if it were not there.
 * Whoever wrote it may believe otherwise.
 */
export const emptyCondition = defineRule({
  id: 'empty-condition',
  scope: 'statement',
  severity: 'information',
  category: 'correctness',
  summary: 'Condition tests nothing',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['EMPTY_OBJECT_CONDITION'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {}',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
    },
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": {} }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
    },
  ],

  *check({ statement }) {
    const condition = statement.element('Condition');
    const { value } = condition ?? {};
    if (statement.isBroken || !condition || value?.kind !== 'object') return;
    const empty = value.members.filter(
      (entry) => entry.value?.kind === 'object' && entry.value.members.length === 0,
    );
    if (empty.length === value.members.length) {
      const edits = [removeEntry(statement.object, condition.range)];
      yield {
        range: condition.key.range,
        message: 'This Condition is empty, so the statement always applies.',
        isUnnecessary: true,
        fixes: () => [{ title: 'Delete "Condition"', keepsAccess: true, isPreferred: true, edits }],
      };
      return;
    }
    for (const { key, range } of empty) {
      const edits = [removeEntry(value, range)];
      yield {
        range: key.range,
        message: `"${key.text}" tests nothing.`,
        isUnnecessary: true,
        fixes: () => [{ title: `Delete "${key.text}"`, keepsAccess: true, isPreferred: true, edits }],
      } satisfies Finding;
    }
  },
});
