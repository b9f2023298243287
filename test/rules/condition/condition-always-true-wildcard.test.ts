import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conditionAlwaysTrueWildcard } from '../../../server/src/rules/condition/condition-always-true-wildcard.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';
import { outcomes } from '../../support/conditions-hold.ts';

const policy = (effect: string, condition: string): string =>
  `{ "Statement": [{ "Effect": "${effect}", "Action": "s3:*", "Resource": "*", "Condition": ${condition} }] }`;

const NULL = 'Test with "Null" that "aws:PrincipalTag/team" is present';

const severities = (text: string): readonly string[] =>
  findings(conditionAlwaysTrueWildcard, text).map(({ severity }) => severity);

describe('condition-always-true-wildcard', () => {
  test('tells a test that always holds from one for the presence of the key', () =>
    checkRule(
      conditionAlwaysTrueWildcard,
      `{ "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": {
      "StringLike": {
        "aws:PrincipalTag/team": ["blue", "*"],
//                                        ^^^ "*" matches every value, so this only tests that "aws:PrincipalTag/team" is present.
        "aws:RequestedRegion": "**"
//                             ^^^^ "*" matches every value, so this test of "aws:RequestedRegion" always holds.
      },
      "StringLikeIfExists": { "aws:SourceVpce": "*" },
//                                              ^^^ "*" matches every value, so this test of "aws:SourceVpce" always holds.
      "ForAllValues:StringLike": { "aws:TagKeys": "*" }
//                                                ^^^ "*" matches every value, so this test of "aws:TagKeys" always holds.
} } }`,
    ));

  test('is a matter of form where presence is tested, but for ids in an Allow', () => {
    assert.deepEqual(severities(policy('Allow', '{ "StringLike": { "aws:RequestTag/a": "*" } }')), ['hint']);
    assert.deepEqual(severities(policy('Deny', '{ "StringLike": { "aws:PrincipalOrgID": "*" } }')), ['hint']);
    assert.deepEqual(severities(policy('Allow', '{ "StringLike": { "aws:PrincipalOrgID": "*" } }')), [
      'warning',
    ]);
    assert.deepEqual(severities(policy('Allow', '{ "StringLikeIfExists": { "aws:RequestTag/a": "*" } }')), [
      'warning',
    ]);
  });

  test('is silent on other patterns, on operators that read "*" as a character, and on ARNs', () => {
    for (const condition of [
      '{ "StringLike": { "aws:PrincipalTag/team": "b*" } }',
      '{ "StringLike": { "aws:PrincipalTag/team": "?*" } }',
      '{ "StringEquals": { "aws:PrincipalTag/team": "*" } }',
      '{ "StringNotLike": { "aws:PrincipalTag/team": "*" } }',
      '{ "ArnLike": { "aws:SourceArn": "*" } }',
      '{ "StringLike": { "aws:PrincipalTag/team": { "Ref": "Team" } } }',
    ]) {
      checkRule(conditionAlwaysTrueWildcard, policy('Allow', condition));
    }
  });

  test('deletes what always holds, for every request', () => {
    const requests = [{}, { 'aws:tagkeys': ['a'] }, { 'aws:tagkeys': ['a', 'b'] }];
    assert.deepEqual(outcomes('{ "ForAllValues:StringLike": { "aws:TagKeys": "*" } }', requests), [
      true,
      true,
      true,
    ]);
    checkFix(
      conditionAlwaysTrueWildcard,
      policy(
        'Allow',
        '{ "ForAllValues:StringLike": { "aws:TagKeys": "*" }, "Bool": { "aws:SecureTransport": "true" } }',
      ),
      'Delete the test of "aws:TagKeys"',
      policy('Allow', '{ "Bool": { "aws:SecureTransport": "true" } }'),
    );
  });

  test('rewrites a test for presence, the same for every request', () => {
    const before = '{ "StringLike": { "aws:PrincipalTag/team": "*" } }';
    const after = '{ "Null": { "aws:PrincipalTag/team": "false" } }';
    checkFix(conditionAlwaysTrueWildcard, policy('Allow', before), NULL, policy('Allow', after));
    const requests = [{}, { 'aws:principaltag/team': 'blue' }];
    assert.deepEqual(outcomes(before, requests), [false, true]);
    assert.deepEqual(outcomes(after, requests), [false, true]);
  });
});
