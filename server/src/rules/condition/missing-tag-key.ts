import { spelledByAws } from '../../catalogue/condition-key-name.ts';
import type { ConditionEntry } from '../../policy/statement.ts';
import { defectiveKeys, keyWithTag } from '../../reasoning/condition-key-defects.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * Keys about tags carry the name of the tag: `aws:ResourceTag/team` is the value of the tag `team`. Without a name they
 * are in no request. To test which tags a request names at all, there is `aws:TagKeys`.
 */
export const missingTagKey = defineRule({
  id: 'missing-tag-key',
  scope: 'statement',
  severity: 'error',
  category: 'correctness',
  summary: 'Condition key lacks the name of a tag',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html',
  equivalents: { accessAnalyzer: ['MISSING_TAG_KEY_IN_CONDITION'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag": "blue" } }',
      good: '"Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/tag-key": "blue" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const { entry, defect } of defectiveKeys(statement, catalogue)) {
      const known = defect === 'tagKey' ? keyWithTag(entry.key.text, catalogue) : undefined;
      if (!known) continue;
      const stem = known.name.slice(0, known.name.indexOf('${'));
      const what = /tag/i.test(stem) ? 'tag' : 'key';
      yield {
        range: entry.key.range,
        message: `"${entry.key.text}" lacks the name of a ${what}: "${stem}…".`,
        fixes: () => [
          insertName(entry, spelledByAws(known.name, `${stem}\${1:${what === 'tag' ? 'tag-key' : 'name'}}`)),
        ],
      };
    }
  },
});

function insertName({ key }: ConditionEntry, name: string): Fix {
  const edits = [{ range: key.range, newText: `"${name}"` }];
  return { title: 'Insert its name', keepsAccess: false, isPreferred: true, isSnippet: true, edits };
}
