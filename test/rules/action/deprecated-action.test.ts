import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deprecatedAction } from '../../../server/src/rules/action/deprecated-action.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('deprecated-action', () => {
  test('reports the name and what to use', () =>
    checkRule(
      deprecatedAction,
      `{ "Statement": { "Effect": "Allow", "Action": [
      "s3:GetObject", "LAMBDA:invokeasync",
//                    ^^^^^^^^^^^^^^^^^^^^ "LAMBDA:invokeasync" is deprecated (data of 2026-01-31). AWS names lambda:InvokeFunction instead.
      "aws-portal:ViewBilling", "sso-directory:GetUserPoolInfo"
//    ^^^^^^^^^^^^^^^^^^^^^^^^ "aws-portal:ViewBilling" is deprecated since July 2023. AWS names 49 actions instead.
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "sso-directory:GetUserPoolInfo" is deprecated (data of 2026-01-31).
] } }`,
    ));

  test('only points it out where the statement allows the successors too', () => {
    for (const other of ['lambda:InvokeFunction', 'lambda:invoke*', '*']) {
      assert.deepEqual(severities(other), ['information'], other);
    }
    assert.deepEqual(severities('lambda:ListFunctions'), ['warning']);
  });

  test('is silent in a Deny, in NotAction and about patterns', () => {
    checkRule(deprecatedAction, '{ "Statement": { "Effect": "Deny", "Action": "lambda:InvokeAsync" } }');
    checkRule(deprecatedAction, '{ "Statement": { "Effect": "Allow", "NotAction": "lambda:InvokeAsync" } }');
    checkRule(
      deprecatedAction,
      '{ "Statement": { "Effect": "Allow", "Action": ["lambda:InvokeA*", "lambda:InvokeFunction", "s3:InvokeAsync"] } }',
    );
  });

  test('replaces it, or adds what is missing', () => {
    const before = '{ "Statement": { "Effect": "Allow", "Action": "athena:RunQuery" } }';
    checkFix(
      deprecatedAction,
      before,
      'Change to "athena:StartQueryExecution"',
      '{ "Statement": { "Effect": "Allow", "Action": "athena:StartQueryExecution" } }',
    );
    checkFix(
      deprecatedAction,
      before,
      'Add "athena:StartQueryExecution"',
      '{ "Statement": { "Effect": "Allow", "Action": ["athena:RunQuery", "athena:StartQueryExecution"] } }',
    );
  });

  test('names all that follow it, without those listed already', () =>
    checkFix(
      deprecatedAction,
      '{ "Statement": { "Effect": "Allow", "Action": ["$0elasticmapreduce:DescribeJobFlows", "elasticmapreduce:List*"] } }',
      'Change to "elasticmapreduce:DescribeCluster"',
      '{ "Statement": { "Effect": "Allow", "Action": ["elasticmapreduce:DescribeCluster", "elasticmapreduce:List*"] } }',
    ));

  test('counts what is too much to name', () =>
    assert.deepEqual(
      fixTitles(
        deprecatedAction,
        '{ "Statement": { "Effect": "Allow", "Action": "aws-portal:ViewAccount" } }',
      ),
      ['Change to the 7 actions that replace it', 'Add the 7 actions that replace it'],
    ));

  test('takes it out where nothing is missing, or nothing follows it', () => {
    for (const action of ['lambda:InvokeAsync', 'es:CreateElasticsearchServiceRole']) {
      assert.deepEqual(
        fixTitles(
          deprecatedAction,
          `{ "Statement": { "Effect": "Allow", "Action": ["${action}", "lambda:InvokeFunction"] } }`,
        ),
        [`Remove "${action}"`],
      );
    }
  });
});

function severities(other: string): readonly string[] {
  const text = `{ "Statement": { "Effect": "Allow", "Action": ["lambda:InvokeAsync", "${other}"] } }`;
  return findings(deprecatedAction, text).map(({ severity }) => severity);
}
