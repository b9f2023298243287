import type { Statement } from '../../policy/statement.ts';
import { type Contradiction, contradiction } from '../../reasoning/contradiction.ts';
import { deleteTest } from '../condition-fixes.ts';
import { deleteStatement } from '../delete-statement.ts';
import { defineRule, type Fix, type StatementPlace } from '../rule.ts';
import { splitTests } from '../split-tests.ts';

/**
 * All tests of a condition must hold at once. A statement whose tests cannot, because they want different values of one
 * key, or the key and its absence, never applies: an Allow grants nothing, a Deny protects nothing. No request has both
 * `aws:SourceIp` and the keys of a VPC endpoint, either: to accept the one or the other takes two statements.
 *
 * Only what is certain is reported: keys with one value, values that are known, and no test that holds without the key
 * in both places.
 */
export const contradictoryConditions = defineRule({
  id: 'contradictory-conditions',
  scope: 'statement',
  severity: 'warning',
  category: 'correctness',
  summary: 'Tests of one condition cannot hold together',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html',
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalTag/team": "blue" }, "StringNotEquals": { "aws:PrincipalTag/team": ["blue", "red"] } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalTag/team": "blue" } }',
    },
  ],

  *check({ statement, catalogue }) {
    const found = contradiction(statement, catalogue);
    if (!found || statement.isBroken) return;
    yield {
      range: found.second.entry.key.range,
      message: `${MESSAGES[found.reason](found)} The statement never applies.`,
      neverApplies: true,
      fixes: (place) => repairs(statement, found, place),
    };
  },
});

const MESSAGES: Readonly<Record<Contradiction['reason'], (found: Contradiction) => string>> = {
  values: ({ first, second }) =>
    `No value of "${second.entry.key.text}" passes this test and "${first.entry.operator.text}" as well.`,
  absence: ({ second }) => `One test wants "${second.entry.key.text}" absent, another one needs it.`,
  network: ({ first, second }) =>
    `No request has both "${first.entry.key.text}" and "${second.entry.key.text}".`,
};

function repairs(
  statement: Statement,
  { first, second, reason }: Contradiction,
  place: StatementPlace,
): readonly Fix[] {
  const isPair = reason === 'network' && statement.effect === 'Allow';
  return [
    ...(isPair ? splitTests(statement, place, [first.entry, second.entry]) : deleteStatement(place.removal)),
    ...[second, first].flatMap(({ entry }) =>
      deleteTest(statement, entry, {
        title: `Delete the test with "${entry.operator.text}"`,
        keepsAccess: false,
      }),
    ),
  ];
}
