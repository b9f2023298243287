import { enumerated } from '../../base/enumerated.ts';
import { type Complexity, complexityOf, totalOf } from '../../reasoning/complexity.ts';
import { defineRule } from '../rule.ts';

/**
 * A policy that is hard to read is hard to review. Points are counted: one for each statement and one more for a Deny, three
 * for each `NotAction`, `NotResource` and `NotPrincipal`, one for each test of a condition and each turn of its operator
 * (negated, `IfExists`, a set operator), one for each pattern with an inner wildcard or a policy variable. Nine of ten
 * policies that AWS publishes have fewer than 33 points; more than 50 are reported.
 *
 * Split such a policy by service or by purpose, or say by one condition what many statements say.
 */
export const policyComplexity = defineRule({
  id: 'policy-complexity',
  scope: 'policy',
  severity: 'hint',
  category: 'style',
  summary: 'Policy is hard to review',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  isOptIn: true,
  noFix: 'How to split a policy depends on what it is for.',
  examples: [{ bad: examplePolicy(26), good: examplePolicy(4) }],

  *check({ policy }) {
    let sum: Complexity = { statements: 0, negations: 0, conditions: 0, patterns: 0 };
    for (const { statement } of policy.statements) sum = plus(sum, complexityOf(statement));
    const total = totalOf(sum);
    const key = policy.members.find((member) => member.key.text === 'Statement')?.key;
    if (total <= MOST || !key) return;
    yield {
      range: key.range,
      message: `This policy has ${total} points of complexity. They come from ${sources(sum)}.`,
    };
  },
});

const MOST = 50;

function plus(a: Complexity, b: Complexity): Complexity {
  return {
    statements: a.statements + b.statements,
    negations: a.negations + b.negations,
    conditions: a.conditions + b.conditions,
    patterns: a.patterns + b.patterns,
  };
}

/** The heaviest first. */
function sources(sum: Complexity): string {
  const parts = Object.entries(sum).filter(([, points]) => points > 0);
  return enumerated(parts.sort(([, a], [, b]) => b - a).map(([name, points]) => `${name} (${points})`));
}

function examplePolicy(statements: number): string {
  const one = (index: number): string =>
    `  { "Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket${index + 1}/*" }`;
  return `{ "Version": "2012-10-17", "Statement": [\n${Array.from({ length: statements }, (_, index) => one(index)).join(',\n')}\n] }`;
}
