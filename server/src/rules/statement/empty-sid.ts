import { shifted } from '../../base/text-range.ts';
import { removeEntry } from '../../policy/list-edit.ts';
import { sidsOf, uniqueSid } from '../../policy/sid.ts';
import { suggestedSid } from '../../reasoning/suggested-sid.ts';
import { changeSid } from '../change-sid.ts';
import { defineRule } from '../rule.ts';
import { shiftedFixes } from '../shifted-fixes.ts';

/**
 * An empty `Sid` names nothing: AWS reads the statement as if it had none. Consoles and tools often write one. It has no
 * influence on access.
 */
export const emptySid = defineRule({
  id: 'empty-sid',
  scope: 'policy',
  severity: 'hint',
  category: 'style',
  summary: 'Sid is empty',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
  equivalents: { accessAnalyzer: ['EMPTY_SID_VALUE'] },
  examples: [
    {
      bad: '"Sid": "", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
    },
  ],

  *check({ policy, catalogue }) {
    for (const { statement, offset } of policy.statements) {
      const sid = statement.element('Sid');
      if (sid?.value?.kind !== 'string' || sid.value.text !== '') continue;
      const range = shifted(sid.value.range, offset);
      yield {
        range,
        message: 'This Sid is empty.',
        isUnnecessary: true,
        fixes() {
          const taken = new Set(sidsOf(policy).map(({ text }) => text));
          const named = changeSid(range, uniqueSid(suggestedSid(statement, catalogue), taken));
          const edits = [removeEntry(statement.object, sid.range)];
          const removed = {
            title: 'Delete the empty Sid',
            keepsAccess: true,
            isPreferred: true as const,
            edits,
          };
          return [
            ...shiftedFixes([removed], offset),
            { title: named.title, keepsAccess: true, edits: named.edits },
          ];
        },
      };
    }
  },
});
