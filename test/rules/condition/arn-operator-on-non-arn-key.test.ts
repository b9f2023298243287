import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { arnOperatorOnNonArnKey } from '../../../server/src/rules/condition/arn-operator-on-non-arn-key.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('arn-operator-on-non-arn-key', () => {
  test('reports keys that never hold an ARN, whatever the value', () =>
    checkRule(
      arnOperatorOnNonArnKey,
      `{ "Statement": { "Condition": {
  "ArnEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
//^^^^^^^^^^^ "aws:PrincipalOrgID" holds no ARN, so "ArnEquals" never finds one to match.
  "ArnNotLike": { "aws:SourceVpc": "arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1" }
//^^^^^^^^^^^^ "aws:SourceVpc" holds no ARN, so "ArnNotLike" never finds one to match.
} } }`,
    ));

  test('reports a tag only where it is compared with something else than an ARN', () =>
    checkRule(
      arnOperatorOnNonArnKey,
      `{ "Statement": { "Condition": {
  "ArnLike": { "aws:PrincipalTag/role": "arn:aws:iam::111122223333:role/*", "aws:RequestTag/any": "*" },
  "ArnEquals": {
    "aws:ResourceTag/team": "blue",
//  ^^^^^^^^^^^^^^^^^^^^^^ "aws:ResourceTag/team" holds no ARN, so "ArnEquals" never finds one to match.
    "aws:ResourceTag/owner": "\${aws:PrincipalArn}" }
} } }`,
    ));

  test('is silent on keys that hold ARNs and on keys nobody knows', () =>
    checkRule(
      arnOperatorOnNonArnKey,
      '{ "Statement": { "Condition": { "ArnLike": { "aws:SourceArn": "x", "acme:thing": "x" } } } }',
    ));

  test('keeps the pattern a pattern, and repairs nothing where the key is the mistake', () => {
    checkFix(
      arnOperatorOnNonArnKey,
      '{ "Statement": { "Condition": { "ForAllValues:ArnNotLikeIfExists": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" } } } }',
      'Change to "ForAllValues:StringNotLikeIfExists"',
      '{ "Statement": { "Condition": { "ForAllValues:StringNotLikeIfExists": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" } } } }',
    );
    assert.deepEqual(
      fixTitles(
        arnOperatorOnNonArnKey,
        '{ "Statement": { "Condition": { "ArnLike": { "aws:username": "arn:aws:iam::111122223333:user/a" } } } }',
      ),
      [],
    );
  });
});
