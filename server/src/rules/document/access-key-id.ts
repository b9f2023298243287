import { memoized } from '../../base/memo.ts';
import { shifted, type TextRange } from '../../base/text-range.ts';
import type { Statement } from '../../policy/statement.ts';
import type { Member, Value } from '../../policy/value.ts';
import { partOf } from '../../policy/value.ts';
import { defineRule } from '../rule.ts';

/**
 * The id of an access key has no place in a policy: no element and no condition key takes one. Where it stands its
 * secret is often not far, in the same history or the same shell. The ids of AWS's documentation, which end in
 * `EXAMPLE`, are harmless.
 */
export const accessKeyId = defineRule({
  id: 'access-key-id',
  scope: 'policy',
  severity: 'error',
  category: 'security',
  summary: 'Policy contains the id of an access key',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  noFix: 'No edit takes back a key that was written down: deactivate it, look for its use, then delete it.',
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:userid": "AKIAQ3EGRIPZB5W7T2LM" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:userid": "AKIAIOSFODNN7EXAMPLE" } }',
    },
  ],

  *check({ policy }) {
    for (const range of [
      ...policy.members.flatMap(keysInMember),
      ...policy.statements.flatMap(({ statement, offset }) =>
        keysInStatement(statement).map((found) => shifted(found, offset)),
      ),
    ]) {
      const id = policy.text.slice(range.start, range.end).replaceAll('"', '');
      yield { range, message: `"${id}" looks like the id of an access key; deactivate the key.` };
    }
  },
});

const ACCESS_KEY_ID = /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)([A-Z0-9]{16})(?![A-Za-z0-9])/g;

/** What begins like one, or is written with escapes and may turn out to; nearly no statement does. */
const POSSIBLE = /A(?:KIA|SIA|BIA|CCA)|\\/;

/** Remembered with the statement, so that an edit elsewhere searches nothing again. */
const keysInStatement = memoized(({ text, object }: Statement): readonly TextRange[] =>
  POSSIBLE.test(text) ? keysInValue(object) : [],
);

function keysInMember({ key, value }: Member): readonly TextRange[] {
  return [...keysInValue(key), ...(value ? keysInValue(value) : [])];
}

function keysInValue(value: Value): readonly TextRange[] {
  if (value.kind === 'object') return value.members.flatMap(keysInMember);
  if (value.kind === 'array') return value.items.flatMap(keysInValue);
  if (value.kind !== 'string' || value.text.length < 20) return [];
  return [...value.text.matchAll(ACCESS_KEY_ID)]
    .filter(([, rest = '']) => !isMadeUp(rest))
    .map(({ index, 0: id }) => partOf(value, index, index + id.length));
}

/** `AKIAIOSFODNN7EXAMPLE` of the documentation, and `AKIAXXXXXXXXXXXXXXXX`. */
function isMadeUp(rest: string): boolean {
  return rest.endsWith('EXAMPLE') || /^(.)\1*$/.test(rest);
}
