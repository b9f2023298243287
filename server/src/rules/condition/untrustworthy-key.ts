import { principalCallers } from '../../policy/principal-callers.ts';
import { replaceCondition } from '../../policy/replace-condition.ts';
import type { ConditionEntry, Statement } from '../../policy/statement.ts';
import { callersAllowed } from '../../reasoning/bounds-caller.ts';
import type { ConditionTest } from '../../reasoning/condition-tests.ts';
import { forgeableTests } from '../../reasoning/forgeable-tests.ts';
import { deleteTest } from '../condition-fixes.ts';
import { defineRule, type Fix } from '../rule.ts';
import { RULES_ABOUT_EVERYONE } from '../rules-about-everyone.ts';

/**
 * `aws:UserAgent` and `aws:Referer` hold what the client says of itself, and a client can say anything. An Allow that
 * nothing but such a test guards is open to whoever sends the right text, and a Deny is escaped the same way, whatever
 * else it tests.
 *
 * Beside a test that pins the caller in an Allow the key does no harm and is left alone. Services as principals, which
 * once sent an account as `aws:Referer`, are left to `service-principal-other-key`.
 */
export const untrustworthyKey = defineRule({
  id: 'untrustworthy-key',
  scope: 'statement',
  mentions: ['aws:referer', 'aws:useragent'],
  severity: 'warning',
  category: 'security',
  summary: 'Access depends on what the client says of itself',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-referer',
  equivalents: { accessAnalyzer: ['UNTRUSTWORTHY_CONDITION_KEY'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLike": { "aws:Referer": "https://example.com/*" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }',
    },
  ],

  *check({ statement, catalogue }) {
    const tests = forgeableTests(statement, catalogue);
    if (tests.length === 0) return;
    if (principalCallers(statement) === 'services') return;
    if (statement.effect !== 'Deny' && callersAllowed(statement) !== 'anyone') return;
    for (const test of tests) {
      const { entry } = test;
      const effect = statement.effect === 'Deny' ? 'this Deny is easily escaped' : 'it keeps nobody out';
      yield {
        range: entry.key.range,
        supersedes: RULES_ABOUT_EVERYONE,
        message: `Every client can send any "${entry.key.text}", so ${effect}.`,
        fixes: () => [
          ...strongerTests(statement, test),
          ...deleteTest(statement, entry, { keepsAccess: false }),
        ],
      };
    }
  },
});

function strongerTests(statement: Statement, { entry, operator }: ConditionTest): readonly Fix[] {
  const not = operator?.operator.isNegated ? 'Not' : '';
  return [
    ...replacement(statement, entry, `${not}IpAddress`, 'aws:SourceIp', '${1:203.0.113.0/24}'),
    ...replacement(statement, entry, `String${not}Equals`, 'aws:SourceVpce', '${1:vpce-0a1b2c3d4e5f60718}'),
  ];
}

function replacement(
  statement: Statement,
  entry: ConditionEntry,
  operator: string,
  key: string,
  values: string,
): readonly Fix[] {
  const edits = replaceCondition(statement, entry, { operator, key, values });
  return edits ? [{ title: `Test "${key}" instead`, keepsAccess: false, isSnippet: true, edits }] : [];
}
