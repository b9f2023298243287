import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { negatedOperatorInAllow } from '../../../server/src/rules/condition/negated-operator-in-allow.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';
import { outcomes } from '../../support/conditions-hold.ts';

const policy = (condition: string, effect = 'Allow'): string =>
  `{ "Statement": [{ "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} }] }`;

const VPCE = '{ "StringNotEquals": { "aws:SourceVpce": "vpce-1" } }';

const also = (condition: string, test: string): string => condition.replace(/ }$/, `, ${test} }`);

describe('negated-operator-in-allow', () => {
  test('reports the operator', () =>
    checkRule(
      negatedOperatorInAllow,
      `{ "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {
      "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" },
//    ^^^^^^^^^^^^^^ "NotIpAddress" lets in everybody else, requests through a VPC endpoint included.
      "StringNotEquals": { "aws:PrincipalAccount": "111122223333" },
//    ^^^^^^^^^^^^^^^^^ "StringNotEquals" lets in everybody else.
      "ForAnyValue:StringNotLike": { "aws:PrincipalOrgPaths": "o-a/*" }
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ "ForAnyValue:StringNotLike" lets in everybody else.
} } }`,
    ));

  test('reports a service principal that is let in for all accounts but one', () =>
    checkRule(
      negatedOperatorInAllow,
      `{ "Statement": { "Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" }, "Action": "sns:Publish", "Resource": "*",
      "Condition": { "StringNotEquals": { "aws:SourceAccount": "111122223333" } }
//                   ^^^^^^^^^^^^^^^^^ "StringNotEquals" lets in everybody else, requests without a source resource included.
} }`,
      { policyType: 'resource' },
    ));

  test('is true of requests without the key, of the one named and of others', () => {
    const requests = [{}, { 'aws:sourcevpce': 'vpce-1' }, { 'aws:sourcevpce': 'vpce-2' }];
    assert.deepEqual(outcomes(VPCE, requests), [true, false, true]);
    assert.deepEqual(outcomes(VPCE.replace('Not', ''), requests), [false, true, false]);
    assert.deepEqual(outcomes(also(VPCE, '"Null": { "aws:SourceVpce": "false" }'), requests), [
      false,
      false,
      true,
    ]);
    const any = outcomes('{ "ForAnyValue:StringNotLike": { "aws:PrincipalOrgPaths": "o-a/*" } }', [{}]);
    assert.deepEqual(any, [false]);
  });

  test('is silent in a Deny, which hits everybody else', () =>
    checkRule(negatedOperatorInAllow, policy(VPCE, 'Deny')));

  test('is silent where some other test limits, or the key must be present', () => {
    for (const test of [
      '"StringEquals": { "aws:PrincipalOrgID": "o-a" }',
      '"Null": { "aws:SourceVpce": "false" }',
      '"Bool": { "aws:MultiFactorAuthPresent": "true" }',
      '"StringEquals": { "s3:prefix": "a" }',
    ]) {
      checkRule(negatedOperatorInAllow, policy(also(VPCE, test)));
    }
  });

  test('is not fooled by other negated tests', () => {
    const text = policy(also(VPCE, '"StringNotLike": { "s3:prefix": "secret/*" }'));
    assert.equal(findings(negatedOperatorInAllow, text).length, 1);
  });

  test('is silent on keys about the resource or the request, and on a test for any value', () => {
    for (const condition of [
      '{ "StringNotEquals": { "aws:ResourceTag/env": "prod" } }',
      '{ "StringNotEquals": { "aws:ResourceAccount": "${aws:PrincipalAccount}" } }',
      '{ "StringNotEquals": { "aws:RequestedRegion": "us-east-1" } }',
      '{ "StringNotEquals": { "aws:PrincipalTag/team": "" } }',
    ]) {
      checkRule(negatedOperatorInAllow, policy(condition));
    }
  });

  test('leaves a pattern that nothing differs from to the rule about it', () =>
    checkRule(
      negatedOperatorInAllow,
      '{ "Statement": { "Effect": "Allow", "Condition": { "StringNotLike": { "aws:PrincipalAccount": "*" } } } }',
    ));

  test('leaves statements for everyone to other rules', () =>
    checkRule(negatedOperatorInAllow, policy(VPCE).replace('"Action"', '"Principal": "*", "Action"'), {
      policyType: 'resource',
    }));

  test('offers the positive operator and, unless the key is always there, its presence', () => {
    checkFix(
      negatedOperatorInAllow,
      policy(VPCE),
      'Change to "StringEquals"',
      policy(VPCE.replace('Not', '')),
    );
    checkFix(
      negatedOperatorInAllow,
      policy(VPCE),
      'Require "aws:SourceVpce" to be present',
      policy(also(VPCE, '"Null": { "aws:SourceVpce": "false" }')),
    );
    assert.deepEqual(
      fixTitles(negatedOperatorInAllow, policy('{ "StringNotLikeIfExists": { "aws:userid": "AIDA1" } }')),
      ['Change to "StringLike"'],
    );
  });
});
