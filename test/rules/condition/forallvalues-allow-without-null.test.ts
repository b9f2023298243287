import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conditionAlwaysTrueWildcard } from '../../../server/src/rules/condition/condition-always-true-wildcard.ts';
import { forallvaluesAllowWithoutNull } from '../../../server/src/rules/condition/forallvalues-allow-without-null.ts';
import { forallvaluesWithIfexists } from '../../../server/src/rules/condition/forallvalues-with-ifexists.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';
import { outcomes } from '../../support/conditions-hold.ts';

const policy = (action: string, condition: string, effect = 'Allow'): string =>
  `{ "Statement": [{ "Effect": "${effect}", "Action": "${action}", "Resource": "*", "Condition": ${condition} }] }`;

const TAG_KEYS = '{ "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } }';
const PATHS = '{ "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": "o-a/*" } }';

const severities = (text: string): readonly string[] =>
  findings(forallvaluesAllowWithoutNull, text).map(({ severity }) => severity);

describe('forallvalues-allow-without-null', () => {
  test('reports the key', () =>
    checkRule(
      forallvaluesAllowWithoutNull,
      `{ "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {
      "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": "o-a/*" },
//                                 ^^^^^^^^^^^^^^^^^^^^^^^ Requests without "aws:PrincipalOrgPaths" pass: "ForAllValues" needs no value.
      "ForAllValues:StringNotEquals": { "aws:CalledVia": "athena.amazonaws.com" }
//                                      ^^^^^^^^^^^^^^^ Requests without "aws:CalledVia" pass: "ForAllValues" needs no value.
} } }`,
    ));

  test('is true of requests without the key, with no value, with good and with bad ones', () => {
    const requests = [
      {},
      { 'aws:tagkeys': [] },
      { 'aws:tagkeys': ['team'] },
      { 'aws:tagkeys': ['team', 'x'] },
    ];
    assert.deepEqual(outcomes(TAG_KEYS, requests), [true, true, true, false]);
    const guarded = TAG_KEYS.replace(/ }$/, ', "Null": { "aws:TagKeys": "false" } }');
    assert.deepEqual(outcomes(guarded, [{}, requests[2] ?? {}]), [false, true]);
  });

  test('is milder on keys that describe the request', () => {
    assert.deepEqual(severities(policy('s3:GetObject', PATHS)), ['warning']);
    assert.deepEqual(severities(policy('s3:CreateBucket', TAG_KEYS)), ['information']);
  });

  test('is silent with the guard, which other tools report nonetheless', () => {
    for (const guard of [
      '"Null": { "aws:TagKeys": "false" }',
      '"Null": { "AWS:tagkeys": false }',
      '"ForAnyValue:StringEquals": { "aws:TagKeys": "team" }',
      '"StringEquals": { "aws:RequestTag/team": "blue" }',
    ]) {
      checkRule(
        forallvaluesAllowWithoutNull,
        policy('s3:CreateBucket', TAG_KEYS.replace(/ }$/, `, ${guard} }`)),
      );
    }
  });

  test('is not fooled by a guard that holds without the key', () => {
    for (const guard of [
      '"Null": { "aws:TagKeys": "true" }',
      '"StringEqualsIfExists": { "aws:RequestTag/team": "blue" }',
      '"Null": { "aws:RequestTag/team": "true" }',
    ]) {
      const text = policy('s3:CreateBucket', TAG_KEYS.replace(/ }$/, `, ${guard} }`));
      assert.deepEqual(severities(text), ['information'], guard);
    }
  });

  test('is silent on keys that the actions always send: the documented use of LeadingKeys, and tagging', () => {
    checkRule(
      forallvaluesAllowWithoutNull,
      policy(
        'dynamodb:GetItem',
        '{ "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["${aws:username}"] } }',
      ),
    );
    checkRule(forallvaluesAllowWithoutNull, policy('sts:TagSession', TAG_KEYS));
    checkRule(forallvaluesAllowWithoutNull, policy('ec2:CreateTags', TAG_KEYS));
  });

  test('is silent on a list of what a request must not bring along', () =>
    checkRule(
      forallvaluesAllowWithoutNull,
      policy('s3:CreateBucket', TAG_KEYS.replace('StringEquals', 'StringNotEquals')),
    ));

  test('is silent on Deny, on ForAnyValue, on single-valued keys and on values that are not known', () => {
    checkRule(forallvaluesAllowWithoutNull, policy('s3:*', PATHS, 'Deny'));
    checkRule(
      forallvaluesAllowWithoutNull,
      policy('s3:*', PATHS.replace('ForAll', 'ForAny').replace('AnyValues', 'AnyValue')),
    );
    checkRule(
      forallvaluesAllowWithoutNull,
      policy('s3:*', '{ "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-a" } }'),
    );
    checkRule(forallvaluesAllowWithoutNull, policy('s3:*', PATHS.replace('"o-a/*"', '{ "Ref": "Path" }')));
  });

  test('is one finding where IfExists stands there, too', () =>
    checkRule(
      [forallvaluesAllowWithoutNull, forallvaluesWithIfexists],
      `{ "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {
      "ForAllValues:StringLikeIfExists": { "aws:PrincipalOrgPaths": "o-a/*" }
//                                         ^^^^^^^^^^^^^^^^^^^^^^^ Requests without "aws:PrincipalOrgPaths" pass: "ForAllValues" needs no value.
} } }`,
    ));

  test('adds the guard to those that are there, or takes the other set operator', () => {
    checkFix(
      forallvaluesAllowWithoutNull,
      policy(
        's3:GetObject',
        '{ "Null": { "aws:username": "false" }, "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": "o-a/*" } }',
      ),
      'Require "aws:PrincipalOrgPaths" to be present',
      policy(
        's3:GetObject',
        '{ "Null": { "aws:username": "false", "aws:PrincipalOrgPaths": "false" }, "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": "o-a/*" } }',
      ),
    );
    checkFix(
      forallvaluesAllowWithoutNull,
      policy('s3:GetObject', PATHS),
      'Change to "ForAnyValue:StringLike"',
      policy('s3:GetObject', '{ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a/*" } }'),
    );
  });

  test('leaves claims with one value to the rule about the set operator', () =>
    checkRule(
      forallvaluesAllowWithoutNull,
      policy(
        'sts:AssumeRoleWithWebIdentity',
        '{ "ForAllValues:StringEquals": { "git.example.com:sub": "a" } }',
      ),
    ));

  test('leaves a pattern that every value matches to the rule about that', () =>
    checkRule(
      [forallvaluesAllowWithoutNull, conditionAlwaysTrueWildcard],
      `{ "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {
      "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": "*" }
//                                                          ^^^ "*" matches every value, so this test of "aws:PrincipalOrgPaths" always holds.
} } }`,
    ));
});
