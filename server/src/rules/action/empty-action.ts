import { removeEntry } from '../../policy/list-edit.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { ActionString, Statement } from '../../policy/statement.ts';
import type { Member } from '../../policy/value.ts';
import { deleteStatement } from '../delete-statement.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * An empty list of actions matches no request, and neither does an entry that is empty or ends at the colon: no action
 * has an empty name. A statement with nothing else does nothing.
 *
 * An empty `NotAction` excludes nothing; say what it should be, for AWS does not document what it means.
 */
export const emptyAction = defineRule({
  id: 'empty-action',
  scope: 'statement',
  severity: 'information',
  category: 'correctness',
  summary: 'Action names nothing',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['EMPTY_ARRAY_ACTION', 'INVALID_ACTION'], cfnLint: ['E3510'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": ["s3:GetObject", ""], "Resource": "*"',
      good: '"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*"',
    },
    {
      bad: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Effect": "Allow", "Action": [], "Resource": "*" }] }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }',
    },
  ],

  *check({ statement }) {
    if (statement.isBroken) return;
    for (const entry of statement.members) {
      const { key, value } = entry;
      if (key.text !== 'Action' && key.text !== 'NotAction') continue;
      if (value?.kind !== 'array' || value.items.length > 0) continue;
      yield {
        range: key.range,
        message: emptyMessage(key.text),
        isUnnecessary: true,
        fixes: ({ removal }) => [...(key.text === 'Action' ? deleteStatement(removal) : []), fill(entry)],
      };
    }
    for (const action of statement.actions) {
      if (!namesNothing(action.text)) continue;
      yield {
        range: action.range,
        message: `"${action.text}" names no action.`,
        isUnnecessary: true,
        fixes: () => [...removeFromList(statement, action), complete(action)],
      };
    }
  },
});

/** `s3:` and what is blank; what a template puts before the colon may end behind it. */
function namesNothing(text: string): boolean {
  return text.trim() === '' || (/^[^:]+:\s*$/.test(text) && !isDynamic(text));
}

function emptyMessage(element: string): string {
  return element === 'Action'
    ? 'This Action is empty, so the statement matches nothing.'
    : 'This NotAction is empty; AWS does not say what that means.';
}

function removeFromList({ members }: Statement, { range, text, value }: ActionString): readonly Fix[] {
  const lists = members.map((entry) => entry.value).filter((list) => list?.kind === 'array');
  const list = lists.find(({ items }) => items.length > 1 && items.includes(value));
  if (!list) return [];
  const edits = [removeEntry(list, range)];
  return [{ title: `Delete "${text}"`, keepsAccess: true, isPreferred: true, edits }];
}

function complete({ range, text, servicePrefix }: ActionString): Fix {
  const newText = text.trim() === '' ? '"${1:s3:GetObject}"' : `"${servicePrefix}:\${1:*}"`;
  return { title: 'Name an action', keepsAccess: false, isSnippet: true, edits: [{ range, newText }] };
}

function fill({ value, key }: Member): Fix {
  const edits = [{ range: value?.range ?? key.range, newText: '["${1:s3:GetObject}"]' }];
  return { title: 'Name an action', keepsAccess: false, isSnippet: true, edits };
}
