import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conditionNeverTrueWildcard } from '../../../server/src/rules/condition/condition-never-true-wildcard.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';
import { outcomes } from '../../support/conditions-hold.ts';

const policy = (effect: string, condition: string): string =>
  `{ "Statement": [{ "Effect": "${effect}", "Action": "s3:*", "Resource": "*", "Condition": ${condition} }] }`;

describe('condition-never-true-wildcard', () => {
  test('tells a statement that never applies from a test for absence', () =>
    checkRule(
      conditionNeverTrueWildcard,
      `{ "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": {
      "StringNotLike": {
        "aws:PrincipalTag/team": ["blue", "*"],
//                                        ^^^ No value differs from "*", so this only tests that "aws:PrincipalTag/team" is absent.
        "aws:PrincipalAccount": "*"
//                              ^^^ No value differs from "*", so this statement never applies.
      },
      "StringNotLikeIfExists": { "aws:SourceVpce": "*" },
//                                                 ^^^ No value differs from "*", so this only tests that "aws:SourceVpce" is absent.
      "ForAllValues:StringNotLike": { "aws:TagKeys": "*" },
//                                                   ^^^ No value differs from "*", so this only tests that "aws:TagKeys" is absent.
      "ForAnyValue:StringNotLike": { "aws:CalledVia": "*" }
//                                                    ^^^ No value differs from "*", so this statement never applies.
} } }`,
    ));

  test('is true of requests with and without the key', () => {
    const requests = [{}, { 'aws:calledvia': ['athena.amazonaws.com'] }];
    const outcome = (operator: string): readonly boolean[] =>
      outcomes(`{ "${operator}": { "aws:CalledVia": "*" } }`, requests);
    assert.deepEqual(outcome('StringNotLike'), [true, false]);
    assert.deepEqual(outcome('StringNotLikeIfExists'), [true, false]);
    assert.deepEqual(outcome('ForAllValues:StringNotLike'), [true, false]);
    assert.deepEqual(outcome('ForAnyValue:StringNotLike'), [false, false]);
    assert.deepEqual(outcome('ForAnyValue:StringNotLikeIfExists'), [true, false]);
    assert.deepEqual(outcomes('{ "Null": { "aws:CalledVia": "true" } }', requests), [true, false]);
  });

  test('is a warning only where nothing is left', () => {
    const severity = (condition: string): string | undefined =>
      findings(conditionNeverTrueWildcard, policy('Allow', condition))[0]?.severity;
    assert.equal(severity('{ "StringNotLike": { "aws:SourceVpce": "*" } }'), 'hint');
    assert.equal(severity('{ "StringNotLike": { "aws:userid": "*" } }'), 'warning');
  });

  test('is silent on other patterns and operators', () => {
    for (const condition of [
      '{ "StringNotLike": { "aws:PrincipalTag/team": "b*" } }',
      '{ "StringNotEquals": { "aws:PrincipalTag/team": "*" } }',
      '{ "StringLike": { "aws:PrincipalTag/team": "*" } }',
      '{ "ArnNotLike": { "aws:PrincipalArn": "*" } }',
    ]) {
      checkRule(conditionNeverTrueWildcard, policy('Deny', condition));
    }
  });

  test('rewrites a test for absence', () =>
    checkFix(
      conditionNeverTrueWildcard,
      policy('Deny', '{ "StringNotLike": { "aws:SourceVpce": "*" } }'),
      'Test with "Null" that "aws:SourceVpce" is absent',
      policy('Deny', '{ "Null": { "aws:SourceVpce": "true" } }'),
    ));

  test('deletes a statement that never applies, or the test', () => {
    const other = '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }';
    const dead =
      '{ "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotLike": { "aws:userid": "*" } } }';
    checkFix(
      conditionNeverTrueWildcard,
      `{ "Statement": [${other}, ${dead}] }`,
      'Delete the statement',
      `{ "Statement": [${other}] }`,
    );
    checkFix(
      conditionNeverTrueWildcard,
      `{ "Statement": [${dead}] }`,
      'Delete the test of "aws:userid"',
      '{ "Statement": [{ "Effect": "Deny", "Action": "s3:*", "Resource": "*" }] }',
    );
  });
});
