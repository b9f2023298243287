import type { PlacedStatement } from '../../policy/policy-document.ts';
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
    const firsts = new Map<string, PlacedStatement>();
    for (const placed of policy.statements) {
      const key = sameStatementKey(placed.statement);
      const first = key === undefined ? undefined : firsts.get(key);
      if (key !== undefined && !first) firsts.set(key, placed);
      if (!first) continue;
      yield {
        range: effectRange(placed),
        message: `This statement says the same as ${statementTitle(first)}.`,
        isUnnecessary: true,
        fixes: () => deletePlaced(policy, placed),
      };
    }
  },
});
