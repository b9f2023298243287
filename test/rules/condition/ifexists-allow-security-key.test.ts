import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conditionAlwaysTrueWildcard } from '../../../server/src/rules/condition/condition-always-true-wildcard.ts';
import { ifexistsAllowSecurityKey } from '../../../server/src/rules/condition/ifexists-allow-security-key.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';
import { outcomes } from '../../support/conditions-hold.ts';

const allow = (condition: string): string =>
  `{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} }] }`;

const VPCE = '"aws:SourceVpce": "vpce-1"';

describe('ifexists-allow-security-key', () => {
  test('reports each key that callers can come without', () =>
    checkRule(
      ifexistsAllowSecurityKey,
      `{ "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {
      "StringEqualsIfExists": {
        "AWS:sourcevpce": "vpce-1",
//      ^^^^^^^^^^^^^^^^ Requests outside VPC endpoints lack "AWS:sourcevpce" and pass because of "IfExists".
        "aws:PrincipalTag/team": "blue"
//      ^^^^^^^^^^^^^^^^^^^^^^^ Callers without the tag lack "aws:PrincipalTag/team" and pass because of "IfExists".
      },
      "ForAnyValue:StringLikeIfExists": { "aws:PrincipalOrgPaths": "o-a/*" }
//                                        ^^^^^^^^^^^^^^^^^^^^^^^ Callers outside an organization lack "aws:PrincipalOrgPaths" and pass because of "IfExists".
} } }`,
    ));

  test('reports an external ID that nobody has to send', () =>
    checkRule(
      ifexistsAllowSecurityKey,
      `{ "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole",
      "Condition": { "StringEqualsIfExists": { "sts:ExternalId": "x" } }
//                                             ^^^^^^^^^^^^^^^^ Callers who send no external ID lack "sts:ExternalId" and pass because of "IfExists".
} }`,
    ));

  test('is true of requests with and without the key', () => {
    const requests = [{}, { 'aws:sourcevpce': 'vpce-1' }, { 'aws:sourcevpce': 'vpce-2' }];
    assert.deepEqual(outcomes(`{ "StringEqualsIfExists": { ${VPCE} } }`, requests), [true, true, false]);
    assert.deepEqual(outcomes(`{ "StringEquals": { ${VPCE} } }`, requests), [false, true, false]);
    assert.deepEqual(
      outcomes(`{ "StringEqualsIfExists": { ${VPCE} }, "Null": { "aws:SourceVpce": "false" } }`, requests),
      [false, true, false],
    );
  });

  test('is silent in a Deny, which applies without the key, whatever other tools say', () => {
    const deny = allow(`{ "StringEqualsIfExists": { ${VPCE} } }`).replace('Allow', 'Deny');
    checkRule(ifexistsAllowSecurityKey, deny);
    assert.deepEqual(outcomes(`{ "StringEqualsIfExists": { ${VPCE} } }`, [{}]), [true]);
  });

  test('is silent where another test of the statement needs the key', () => {
    for (const other of [
      '"Null": { "aws:SourceVpce": "false" }',
      '"StringLike": { "AWS:SourceVPCE": "vpce-*" }',
      '"StringEquals": { "aws:SourceVpc": "vpc-1" }',
    ]) {
      checkRule(ifexistsAllowSecurityKey, allow(`{ "StringEqualsIfExists": { ${VPCE} }, ${other} }`));
    }
  });

  test('is not fooled by tests that hold without the key', () => {
    for (const other of [
      '"Null": { "aws:SourceVpce": "true" }',
      '"StringNotEquals": { "aws:SourceVpce": "vpce-2" }',
      '"StringEquals": { "aws:PrincipalTag/a": "b" }',
    ]) {
      const [title] = fixTitles(
        ifexistsAllowSecurityKey,
        allow(`{ "StringEqualsIfExists": { "aws:Sour$0ceVpce": "vpce-1" }, ${other} }`),
      );
      assert.equal(title, 'Change to "StringEquals"', other);
    }
  });

  test('is silent where address and endpoint complete each other: every request has one of the two', () => {
    const condition =
      '{ "IpAddressIfExists": { "aws:SourceIp": "203.0.113.0/24" }, "StringEqualsIfExists": { "aws:SourceVpce": "vpce-1" } }';
    checkRule(ifexistsAllowSecurityKey, allow(condition));
    assert.deepEqual(
      outcomes(condition, [
        { 'aws:sourceip': '203.0.113.1' },
        { 'aws:sourceip': '198.51.100.1' },
        { 'aws:sourcevpce': 'vpce-1' },
        { 'aws:sourcevpce': 'vpce-2' },
      ]),
      [true, false, true, false],
    );
  });

  test('leaves MFA, negated operators, ForAllValues and keys of the request to others', () => {
    for (const test of [
      '"BoolIfExists": { "aws:MultiFactorAuthPresent": "true" }',
      '"StringNotEqualsIfExists": { "aws:SourceVpce": "vpce-1" }',
      '"ForAllValues:StringLikeIfExists": { "aws:PrincipalOrgPaths": "o-a/*" }',
      '"StringEqualsIfExists": { "aws:RequestTag/team": "blue" }',
      '"StringEqualsIfExists": { "iam:PassedToService": "ec2.amazonaws.com" }',
      '"StringEqualsIfExists": { "aws:ResourceAccount": "111122223333" }',
      '"StringEqualsIfExists": { "aws:PrincipalAccount": "111122223333" }',
    ]) {
      checkRule(ifexistsAllowSecurityKey, allow(`{ ${test} }`));
    }
  });

  test('requires the key to be present', () =>
    checkFix(
      ifexistsAllowSecurityKey,
      allow(`{ "StringEqualsIfExists": { ${VPCE} } }`),
      'Require "aws:SourceVpce" to be present',
      allow(`{ "StringEqualsIfExists": { ${VPCE} }, "Null": { "aws:SourceVpce": "false" } }`),
    ));

  test('leaves a pattern that every value matches to the rule about that', () =>
    checkRule(
      [ifexistsAllowSecurityKey, conditionAlwaysTrueWildcard],
      `{ "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {
      "StringLikeIfExists": { "aws:SourceVpce": "*" }
//                                              ^^^ "*" matches every value, so this test of "aws:SourceVpce" always holds.
} } }`,
    ));
});
