import { ownProperty } from '../../base/own-property.ts';
import { escapeSnippet } from '../../base/snippet.ts';
import { removeEntry } from '../../policy/list-edit.ts';
import type { Statement } from '../../policy/statement.ts';
import { type ScalarValue, type StringValue, strings, type Value } from '../../policy/value.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { deleteStatement } from '../delete-statement.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';

/**
 * A Deny that excepts `*` excepts everything: with `NotResource` or `NotAction` it denies nothing, and where the
 * exception is a test of the caller, such as `ArnNotLike` on `aws:PrincipalArn`, it stops none of them. What is left is
 * who lacks the key: callers who are not signed in. The wildcard was perhaps to become a name.
 */
export const denyCarveOutStar = defineRule({
  id: 'deny-carve-out-star',
  scope: 'statement',
  effect: 'Deny',
  mentions: ['*'],
  alsoIn: ['resource'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Deny excepts everything',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION'] },
  supersedes: ['condition-never-true-wildcard'],
  examples: [
    {
      bad: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "ArnNotLike": { "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/admin", "*"] } }',
      good: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "ArnNotLike": { "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/admin"] } }',
    },
    {
      bad: '"Effect": "Deny", "Action": "s3:*", "NotResource": "*"',
      good: '"Effect": "Deny", "Action": "s3:*", "NotResource": "arn:aws:s3:::amzn-s3-demo-bucket"',
    },
  ],

  *check({ statement, catalogue }) {
    yield* inElement(statement, 'NotResource', 'arn:aws:s3:::amzn-s3-demo-bucket');
    yield* inElement(statement, 'NotAction', 's3:GetObject');
    if (statement.conditions.length === 0) return;
    for (const test of conditionTests(statement, catalogue)) {
      const star = isExemption(test) ? test.values.find(isEveryone) : undefined;
      if (!star) continue;
      yield {
        range: star.range,
        message: `"${star.text}" excepts every caller with "${test.entry.key.text}", so this Deny stops none of them.`,
        fixes: ({ removal }) => [
          ...withoutIt(test.entry.values, star),
          ...narrowed(star, test.entry.key.text),
          ...deletion(removal),
        ],
      };
    }
  },
});

/** Who calls; a name in place of a wildcard is most likely meant there. In lower case. */
const KEYS_OF_CALLER = /^aws:(?:principal(?:arn|account|orgid)|userid|username)$/i;

const isExemption = ({ entry, operator }: ConditionTest): boolean =>
  KEYS_OF_CALLER.test(entry.key.text) &&
  operator?.operator.isNegated === true &&
  operator.operator.hasWildcards &&
  operator.setOperator === undefined;

const isEveryone = (value: StringValue | ScalarValue): value is StringValue =>
  value.kind === 'string' &&
  /^(?:\*+|arn:\*|arn:(?:aws|\*):\*|arn:(?:aws|\*):(?:iam|\*):\*?:\*:\*)$/.test(value.text);

function* inElement(
  statement: Statement,
  name: 'NotResource' | 'NotAction',
  example: string,
): Generator<Finding> {
  const value = statement.element(name)?.value;
  const star = strings(value).find(({ text }) => /^\*+$/.test(text));
  if (!star) return;
  yield {
    range: star.range,
    message: `"*" excepts ${name === 'NotAction' ? 'every action' : 'every resource'}, so this Deny denies nothing.`,
    fixes: ({ removal }) => [
      ...withoutIt(value, star),
      ...nameIt(star, example),
      ...deleteStatement(removal).map(mild),
    ],
  };
}

/** The other values are then what is excepted. */
function withoutIt(value: Value | undefined, star: StringValue): readonly Fix[] {
  if (value?.kind !== 'array' || value.items.length < 2) return [];
  const edits = [removeEntry(value, star.range)];
  return [{ title: `Remove "${star.text}"`, keepsAccess: false, isPreferred: true, edits }];
}

function narrowed(star: StringValue, key: string): readonly Fix[] {
  return nameIt(star, ownProperty(EXAMPLES, key.toLowerCase()) ?? 'arn:aws:iam::111122223333:role/role-name');
}

const EXAMPLES: Readonly<Record<string, string>> = {
  'aws:principalaccount': '111122223333',
  'aws:principalorgid': 'o-exampleorgid',
  'aws:userid': 'AROAEXAMPLEID:session-name',
  'aws:username': 'user-name',
};

function nameIt({ range }: StringValue, example: string): readonly Fix[] {
  const edits = [{ range, newText: `"\${1:${escapeSnippet(example)}}"` }];
  return [{ title: 'Name what to except', keepsAccess: false, isSnippet: true, edits }];
}

/** Callers who are not signed in were denied. */
const deletion = (removal: Parameters<typeof deleteStatement>[0]): readonly Fix[] =>
  deleteStatement(removal).map((fix) => ({ ...mild(fix), keepsAccess: false }));

/** What was meant is more likely to be said than to be deleted. */
function mild({ isPreferred: _, ...fix }: Fix): Fix {
  return fix;
}
