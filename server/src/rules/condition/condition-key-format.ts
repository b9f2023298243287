import { suggestColon } from '../../catalogue/suggest-condition-key.ts';
import type { ConditionEntry } from '../../policy/statement.ts';
import { defectiveKeys } from '../../reasoning/condition-key-defects.ts';
import { renameKey } from '../rename-key.ts';
import { defineRule, type Fix } from '../rule.ts';
import { servicesNamed } from '../unknown-key-finding.ts';

/**
 * The name of a condition key is two parts with a colon between them: `aws` for the keys that all services share, or
 * the prefix of a service, and what is tested. AWS rejects `SourceIp`, for it is `aws:SourceIp`.
 */
export const conditionKeyFormat = defineRule({
  id: 'condition-key-format',
  scope: 'statement',
  severity: 'error',
  category: 'syntax',
  summary: 'Condition key is not prefix and name',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html',
  equivalents: { accessAnalyzer: ['INVALID_CONDITION_KEY_FORMAT'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "SourceIp": "203.0.113.0/24" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }',
    },
  ],

  *check({ statement, catalogue }) {
    if (statement.isBroken) return;
    for (const { entry, defect } of defectiveKeys(statement, catalogue)) {
      if (defect !== 'format') continue;
      const { text, range } = entry.key;
      yield {
        range,
        message: text.includes(':')
          ? `"${text}" is no condition key; write a prefix, one colon and a name.`
          : `"${text}" is no condition key; a prefix such as "aws:" is missing.`,
        fixes: () => {
          const names = suggestColon(text, catalogue, servicesNamed(statement));
          return names.length > 0 ? renameKey(statement, entry, names) : insertPrefix(entry);
        },
      };
    }
  },
});

function insertPrefix({ key }: ConditionEntry): readonly Fix[] {
  const name = key.text.replace(/[^\w/.-]/g, '');
  const edits = [{ range: key.range, newText: `"\${1:aws}:\${2:${name || 'SourceIp'}}"` }];
  return [{ title: 'Insert a prefix', keepsAccess: false, isSnippet: true, edits }];
}
