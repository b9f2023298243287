import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { denySourceipBreaksVpce } from '../../../server/src/rules/condition/deny-sourceip-breaks-vpce.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';
import { outcomes } from '../../support/conditions-hold.ts';

const policy = (condition: string, effect = 'Deny'): string =>
  `{ "Statement": [{ "Effect": "${effect}", "Action": "s3:*", "Resource": "*", "Condition": ${condition} }] }`;

const ADDRESS = '{ "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" } }';
const identity = { policyType: 'identity' } as const;

const also = (condition: string, test: string): string => condition.replace(/ }$/, `, ${test} }`);

describe('deny-sourceip-breaks-vpce', () => {
  test('reports the operator, also with IfExists, which does not help', () => {
    checkRule(
      denySourceipBreaksVpce,
      `{ "Statement": { "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {
      "NotIpAddressIfExists": { "AWS:sourceip": "203.0.113.0/24" },
//    ^^^^^^^^^^^^^^^^^^^^^^ Requests through a VPC endpoint have no public address. This Deny hits all of them.
      "Bool": { "aws:ViaAWSService": "false" }
} } }`,
      identity,
    );
  });

  test('is true of an address inside, one outside, the endpoint and another endpoint', () => {
    const requests = [
      { 'aws:sourceip': '203.0.113.7' },
      { 'aws:sourceip': '198.51.100.7' },
      { 'aws:sourcevpce': 'vpce-1' },
      { 'aws:sourcevpce': 'vpce-2' },
    ];
    assert.deepEqual(outcomes(ADDRESS, requests), [false, true, true, true]);
    assert.deepEqual(outcomes(ADDRESS.replace('NotIpAddress', 'NotIpAddressIfExists'), requests), [
      false,
      true,
      true,
      true,
    ]);
    assert.deepEqual(outcomes(also(ADDRESS, '"StringNotEquals": { "aws:SourceVpce": "vpce-1" }'), requests), [
      false,
      true,
      false,
      true,
    ]);
    assert.deepEqual(outcomes(also(ADDRESS, '"Null": { "aws:SourceIp": "false" }'), requests), [
      false,
      true,
      false,
      false,
    ]);
  });

  test('is silent on APIs of API Gateway, and only on those', () => {
    const api = '"Action": "execute-api:Invoke"';
    checkRule(denySourceipBreaksVpce, policy(ADDRESS).replace('"Action": "s3:*"', api), identity);
    const both = policy(ADDRESS).replace('"s3:*"', '["execute-api:Invoke", "s3:*"]');
    assert.equal(findings(denySourceipBreaksVpce, both, identity).length, 1);
  });

  test('is silent where endpoints are thought of, or an address is needed', () => {
    for (const test of [
      '"StringNotEquals": { "aws:SourceVpce": "vpce-1" }',
      '"StringNotEqualsIfExists": { "aws:sourcevpc": "vpc-1" }',
      '"Null": { "aws:SourceVpc": "true" }',
      '"Null": { "aws:SourceIp": "false" }',
      '"IpAddress": { "aws:SourceIp": "203.0.0.0/16" }',
    ]) {
      checkRule(denySourceipBreaksVpce, policy(also(ADDRESS, test)), identity);
    }
  });

  test('is silent on Allow, on a Deny of listed addresses and on other keys', () => {
    checkRule(denySourceipBreaksVpce, policy(ADDRESS, 'Allow'), identity);
    checkRule(denySourceipBreaksVpce, policy(ADDRESS.replace('Not', '')), identity);
    checkRule(denySourceipBreaksVpce, policy(ADDRESS.replace('aws:SourceIp', 'aws:VpcSourceIp')), identity);
  });

  test('spares an endpoint, or everything without an address', () => {
    checkFix(
      denySourceipBreaksVpce,
      policy(ADDRESS),
      'Spare a VPC endpoint',
      policy(also(ADDRESS, '"StringNotEquals": { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" }')),
      identity,
    );
    checkFix(
      denySourceipBreaksVpce,
      policy(ADDRESS),
      'Require "aws:SourceIp" to be present',
      policy(also(ADDRESS, '"Null": { "aws:SourceIp": "false" }')),
      identity,
    );
  });
});
