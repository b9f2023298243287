import { toAscii } from '../../base/ascii.ts';
import { memoized } from '../../base/memo.ts';
import { shifted, type TextRange } from '../../base/text-range.ts';
import { eachString } from '../../policy/each-string.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import type { Statement } from '../../policy/statement.ts';
import type { Value } from '../../policy/value.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * A policy that IAM stores may hold only tab, line breaks and the characters from U+0020 to U+00FF. Curly quotes,
 * dashes, zero-width spaces and emoji, which come with text copied from a document or a chat, make IAM reject it.
 *
 * Outside strings such a character is no JSON, which `json-syntax` reports. An escape (`\u2014`) is no such character.
 */
export const illegalCharacter = defineRule({
  id: 'illegal-character',
  scope: 'policy',
  severity: 'error',
  category: 'syntax',
  summary: 'Character that IAM does not accept',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  policyTypes: ['identity', 'trust', 'boundary', 'session'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn–s3-demo-bucket/*"',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
    },
  ],

  *check({ policy }) {
    const runs = runsOf(policy);
    for (const range of runs) {
      const written = policy.text.slice(range.start, range.end);
      yield {
        range,
        message: messageFor(written),
        fixes: () => [replacement(written, range), ...replaceAll(policy.text, runs)],
      };
    }
  },
});

function runsOf({ text, members, statements }: PolicyDocument): readonly TextRange[] {
  return [
    ...members.flatMap(({ key, value }) => [...runsIn(text, key), ...runsIn(text, value)]),
    ...statements.flatMap(({ statement, offset }) =>
      runsInStatement(statement).map((range) => shifted(range, offset)),
    ),
  ];
}

/** Remembered, because the rule as a whole runs after every edit. */
const runsInStatement = memoized(({ text, object }: Statement): readonly TextRange[] =>
  /[\u0100-\uffff]/.test(text) ? runsIn(text, object) : [],
);

function runsIn(text: string, value: Value | undefined): readonly TextRange[] {
  // What is filled in later may stand there in any language.
  const written = eachString(value).filter((string) => !isDynamic(string.text));
  return written.flatMap(({ range }) =>
    [...text.slice(range.start, range.end).matchAll(/[\u0100-\uffff]+/g)].map(({ index, 0: run }) => ({
      start: range.start + index,
      end: range.start + index + run.length,
    })),
  );
}

function messageFor(written: string): string {
  const [first = '', ...others] = written;
  const code = `U+${(first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (/^[\p{Z}\p{Cf}]+$/u.test(written))
    return `IAM does not accept the invisible character ${code} in a policy.`;
  return others.length === 0
    ? `IAM does not accept "${first}" (${code}) in a policy.`
    : `IAM does not accept "${written.slice(0, 30)}" in a policy, only characters up to U+00FF.`;
}

function replacement(written: string, range: TextRange): Fix {
  const plain = toAscii(written);
  const edits = [{ range, newText: JSON.stringify(plain).slice(1, -1) }];
  return { title: titleFor(plain), keepsAccess: false, isPreferred: true, edits };
}

function titleFor(plain: string): string {
  if (plain === '') return 'Delete it';
  if (plain === '"') return 'Change to a straight double quote';
  return plain.trim() === '' ? 'Change to a blank' : `Change to "${plain}"`;
}

function replaceAll(text: string, runs: readonly TextRange[]): readonly Fix[] {
  if (runs.length < 2) return [];
  const edits = runs.flatMap((range) => replacement(text.slice(range.start, range.end), range).edits);
  return [{ title: `Replace all ${runs.length} such places of the policy`, keepsAccess: false, edits }];
}
