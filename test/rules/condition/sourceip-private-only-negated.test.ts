import { describe, test } from 'node:test';
import { denyNetworkWithoutServiceExemption } from '../../../server/src/rules/condition/deny-network-without-service-exemption.ts';
import { denySourceipBreaksVpce } from '../../../server/src/rules/condition/deny-sourceip-breaks-vpce.ts';
import { sourceipPrivateOnlyNegated } from '../../../server/src/rules/condition/sourceip-private-only-negated.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('sourceip-private-only-negated', () => {
  test('reports private ranges', () =>
    checkRule(
      sourceipPrivateOnlyNegated,
      `{ "Statement": [{
  "Condition": { "NotIpAddressIfExists": { "aws:SourceIp": ["192.168.0.0/16", "169.254.169.254"] } }
//                                         ^^^^^^^^^^^^^^ "aws:SourceIp" is never a private address, so this test always holds.
}] }`,
    ));

  test('is the only one to speak: whoever has no address is not the point', () =>
    checkRule(
      [sourceipPrivateOnlyNegated, denySourceipBreaksVpce, denyNetworkWithoutServiceExemption],
      `{ "Statement": [{ "Effect": "Deny", "Action": "*", "Resource": "*",
  "Condition": { "NotIpAddress": { "aws:SourceIp": "10.0.0.0/8" } }
//                                 ^^^^^^^^^^^^^^ "aws:SourceIp" is never a private address, so this test always holds.
}] }`,
    ));

  test('is silent on a public range among them', () =>
    checkRule(
      sourceipPrivateOnlyNegated,
      `{ "Statement": [{
  "Condition": { "NotIpAddress": { "aws:SourceIp": ["192.168.0.0/16", "203.0.113.0/24"] } }
}] }`,
    ));

  test('is silent on IpAddress and on other keys', () =>
    checkRule(
      sourceipPrivateOnlyNegated,
      `{ "Statement": [{
  "Condition": { "NotIpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" }, "IpAddress": { "aws:SourceIp": "10.0.0.0/8" } }
}] }`,
    ));

  test('can test the private address instead of the VPC', () =>
    checkFix(
      sourceipPrivateOnlyNegated,
      '{ "Statement": { "Condition": { "NotIpAddress": { "aws:SourceIp": "10.0.0.0/8" } } } }',
      'Test "aws:VpcSourceIp"',
      '{ "Statement": { "Condition": { "NotIpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" } } } }',
    ));

  test('moves the test away from its neighbours', () =>
    checkFix(
      sourceipPrivateOnlyNegated,
      '{ "Statement": { "Condition": { "StringNotEquals": { "aws:username": "a" }, "NotIpAddress": { "aws:SourceIp": "10.0.0.0/8" } } } }',
      'Test "aws:SourceVpc"',
      '{ "Statement": { "Condition": { "StringNotEquals": { "aws:username": "a", "aws:SourceVpc": "vpc-0a1b2c3d4e5f60718" } } } }',
    ));
});
