import { removeEntry } from '../../policy/list-edit.ts';
import { mergeValues } from '../../policy/merge-values.ts';
import type { Statement } from '../../policy/statement.ts';
import type { Member, ObjectValue } from '../../policy/value.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * Names of condition keys are read without regard to case, tag keys in them included, so two spellings under one
 * operator are one key that stands there twice. AWS rejects that; the values belong into one list.
 *
 * Two keys with the same spelling are reported by `duplicate-json-key`.
 */
export const conditionKeyCaseDuplicate = defineRule({
  id: 'condition-key-case-duplicate',
  scope: 'statement',
  severity: 'error',
  category: 'syntax',
  summary: 'Two spellings of one condition key',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html',
  equivalents: { accessAnalyzer: ['DUPLICATE_KEYS_WITH_DIFFERENT_CASE'] },
  supersedes: ['condition-key-case'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpce": "vpce-1a2b3c4d", "aws:sourceVpce": "vpce-5e6f7a8b" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpce": ["vpce-1a2b3c4d", "vpce-5e6f7a8b"] } }',
    },
  ],

  *check({ statement }) {
    const condition = statement.element('Condition')?.value;
    if (condition?.kind !== 'object' || statement.isBroken) return;
    for (const { value: block } of condition.members) {
      if (block?.kind !== 'object' || block.members.length < 2) continue;
      const firsts = new Map<string, Member>();
      for (const entry of block.members) {
        const name = entry.key.text.toLowerCase();
        const first = firsts.get(name);
        if (!first) firsts.set(name, entry);
        else if (first.key.text !== entry.key.text) {
          yield {
            range: entry.key.range,
            message: `"${entry.key.text}" and "${first.key.text}" are the same key.`,
            fixes: () => repairs(statement, block, first, entry),
          };
        }
      }
    }
  },
});

function repairs({ text }: Statement, block: ObjectValue, first: Member, second: Member): readonly Fix[] {
  const merged = mergeValues(text, first.value, second.value, { asText: false });
  const removal = removeEntry(block, second.range);
  const merge: Fix[] = merged
    ? [{ title: 'Merge the two', keepsAccess: false, isPreferred: true, edits: [...merged, removal] }]
    : [];
  return [...merge, { title: `Delete "${second.key.text}"`, keepsAccess: false, edits: [removal] }];
}
