import { memoized } from '../../base/memo.ts';
import type { PlacedStatement } from '../../policy/policy-document.ts';
import type { Statement } from '../../policy/statement.ts';
import { statementTitle } from '../../policy/statement-title.ts';
import { sameStatementKey } from '../../reasoning/canonical-statement.ts';
import { defineRule } from '../rule.ts';
import { deletePlaced, effectRange } from '../whole-statement.ts';

/**
 * A policy is a set of statements: the second time, one has no effect. Statements are the same if they differ only in
 * their Sid, in the order of their elements and lists, in the case of actions and condition keys, or in writing a
 * string or a list of one.
 */
export const duplicateStatement = defineRule({
  id: 'duplicate-statement',
  scope: 'policy',
  severity: 'information',
  category: 'style',
  summary: 'Another statement says the same',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['REDUNDANT_STATEMENT'] },
  examples: [
    {
      bad: '{ "Version": "2012-10-17", "Statement": [{ "Sid": "Read", "Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": "*" }, { "Sid": "Again", "Effect": "Allow", "Resource": ["*"], "Action": ["s3:listbucket", "s3:GetObject"] }] }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Sid": "Read", "Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": "*" }] }',
    },
  ],

  *check({ policy }) {
    if (policy.statements.length < 2) return;
    for (const [placed, first] of repetitions(policy.statements)) {
      yield {
        range: effectRange(placed),
        message: `This statement says the same as ${statementTitle(first)}.`,
        isUnnecessary: true,
        fixes: () => deletePlaced(policy, placed),
      };
    }
  },
});

/** Each statement that repeats another one, with the first of these. */
function* repetitions(
  statements: readonly PlacedStatement[],
): Generator<readonly [own: PlacedStatement, first: PlacedStatement]> {
  const groups = new Map<string, PlacedStatement[]>();
  for (const placed of statements) {
    const outline = outlineOf(placed.statement);
    const group = groups.get(outline);
    if (group) group.push(placed);
    else groups.set(outline, [placed]);
  }
  for (const group of groups.values()) {
    if (group.length > 1) yield* sameIn(group);
  }
}

function* sameIn(
  group: readonly PlacedStatement[],
): Generator<readonly [own: PlacedStatement, first: PlacedStatement]> {
  const firsts = new Map<string, PlacedStatement>();
  for (const placed of group) {
    const key = sameStatementKey(placed.statement);
    const first = key === undefined ? undefined : firsts.get(key);
    if (first) yield [placed, first];
    else if (key !== undefined) firsts.set(key, placed);
  }
}

/** The same for statements that are the same, and cheap: the lengths of the shortest and longest strings. */
const outlineOf = memoized(({ effect, actions, resources, conditions }: Statement): string =>
  [effect, conditions.length, ...extremes(actions), ...extremes(resources)].join(),
);

function extremes(strings: readonly { readonly text: string }[]): readonly number[] {
  let [shortest, longest] = [Number.POSITIVE_INFINITY, 0];
  for (const { text } of strings) {
    shortest = Math.min(shortest, text.length);
    longest = Math.max(longest, text.length);
  }
  return [shortest, longest];
}
