import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { policyComplexity } from '../../../server/src/rules/document/policy-complexity.ts';
import { checkRule, findings } from '../../support/check.ts';

describe('policy-complexity', () => {
  test('reports the key of the statements, and what weighs most', () =>
    checkRule(
      policyComplexity,
      `{
  "Statement":
//^^^^^^^^^^^ This policy has 51 points of complexity. They come from negations (27) and statements (24).
[${[...repeat(9, '{ "NotAction": "s3:*" }'), ...repeat(15, '{ "Effect": "Allow" }')].join()}] }`,
    ));

  test('is silent up to 50 points', () => {
    assert.equal(judged(repeat(51, '{ "Effect": "Allow" }')).length, 1);
    assert.equal(judged(repeat(50, '{ "Effect": "Allow" }')).length, 0);
  });

  test('gives a Deny, each test, each turn of an operator and each inner wildcard a point', () => {
    const weights: readonly (readonly [statement: string, points: number])[] = [
      ['{ "Effect": "Deny" }', 2],
      ['{ "NotResource": "*" }', 4],
      ['{ "Condition": { "StringEquals": { "aws:a": "1", "aws:b": ["2", "3"] } } }', 3],
      ['{ "Condition": { "ForAllValues:StringNotLikeIfExists": { "aws:a": "1" } } }', 5],
      ['{ "Action": ["s3:*", "s3:Get*", "s3:*Object", "s3:Get?bject"] }', 3],
      ['{ "Resource": ["arn:aws:s3:::b/*", "arn:aws:s3:::${aws:username}", "arn:aws:s3:::*/a"] }', 3],
    ];
    for (const [statement, points] of weights) {
      const others = 51 - points;
      assert.equal(judged([statement, ...repeat(others, '{}')]).length, 1, statement);
      assert.equal(judged([statement, ...repeat(others - 1, '{}')]).length, 0, statement);
    }
  });
});

const repeat = (count: number, statement: string): readonly string[] =>
  Array.from({ length: count }, () => statement);

const judged = (statements: readonly string[]): readonly string[] =>
  findings(policyComplexity, `{ "Statement": [${statements.join()}] }`).map(({ message }) => message);
