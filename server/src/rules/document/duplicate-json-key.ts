import { memoized } from '../../base/memo.ts';
import { removeEntry } from '../../policy/list-edit.ts';
import { mergeValues } from '../../policy/merge-values.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import type { Statement } from '../../policy/statement.ts';
import type { Member, ObjectValue, Value } from '../../policy/value.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';
import { shiftedFinding } from '../shifted-finding.ts';

/**
 * A key may stand only once in an object. Most programs that read JSON keep the last of two equal keys and drop the
 * other without a word, so half of what the policy seems to say is gone. Lists of one key belong together: one
 * `Action` with both actions, one `Condition` with both tests.
 */
export const duplicateJsonKey = defineRule({
  id: 'duplicate-json-key',
  scope: 'policy',
  severity: 'error',
  category: 'syntax',
  summary: 'Key stands more than once in one object',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Action": "s3:PutObject", "Resource": "*"',
      good: '"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*"',
    },
    {
      bad: '"Effect": "Allow", "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*"',
      good: '"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*"',
    },
  ],

  *check({ policy }) {
    const { text, members, range, statements, isBroken } = policy;
    if (!isBroken) yield* inObject(text, { kind: 'object', members, range }, policy);
    for (const { statement, offset } of statements) {
      for (const finding of inStatement(statement)) yield shiftedFinding(finding, offset);
    }
  },
});

/** Remembered, because the rule as a whole runs after every edit. */
const inStatement = memoized(({ text, object, isBroken }: Statement): readonly Finding[] =>
  isBroken || !hasRepeatedKey(object) ? [] : [...inValue(text, object)],
);

function hasRepeatedKey(value: Value | undefined): boolean {
  if (value?.kind === 'array') return value.items.some(hasRepeatedKey);
  if (value?.kind !== 'object') return false;
  const { members } = value;
  return (
    new Set(members.map(({ key }) => key.text)).size < members.length ||
    members.some((entry) => hasRepeatedKey(entry.value))
  );
}

function* inValue(text: string, value: Value | undefined): Generator<Finding> {
  if (value?.kind === 'array') for (const item of value.items) yield* inValue(text, item);
  if (value?.kind !== 'object') return;
  yield* inObject(text, value);
  for (const entry of value.members) yield* inValue(text, entry.value);
}

function* inObject(text: string, object: ObjectValue, policy?: PolicyDocument): Generator<Finding> {
  const firsts = new Map<string, Member>();
  for (const entry of object.members) {
    const first = firsts.get(entry.key.text);
    if (!first) {
      firsts.set(entry.key.text, entry);
      continue;
    }
    yield {
      range: entry.key.range,
      message: `The key "${entry.key.text}" stands here twice; most programs read only the last one.`,
      fixes: () => [
        ...merged(text, object, first, entry, policy),
        deletion('earlier', object, first),
        deletion('later', object, entry),
      ],
    };
  }
}

/** The statements of a policy are no part of its values, so two lists of them are joined as text. */
function merged(
  text: string,
  object: ObjectValue,
  first: Member,
  second: Member,
  policy: PolicyDocument | undefined,
): readonly Fix[] {
  const edits = SINGLE.has(first.key.text)
    ? undefined
    : mergeValues(text, first.value, second.value, { asText: policy !== undefined });
  if (!edits) return [];
  const removal = removeEntry(object, second.range);
  return [{ title: 'Merge the two', keepsAccess: false, isPreferred: true, edits: [...edits, removal] }];
}

/** Of these a statement or policy has one. */
const SINGLE: ReadonlySet<string> = new Set(['Version', 'Id', 'Sid', 'Effect']);

function deletion(which: 'earlier' | 'later', object: ObjectValue, { key, range }: Member): Fix {
  const edits = [removeEntry(object, range)];
  return { title: `Delete the ${which} "${key.text}"`, keepsAccess: false, edits };
}
