import { describe, test } from 'node:test';
import { sourceipPrivateOnly } from '../../../server/src/rules/condition/sourceip-private-only.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('sourceip-private-only', () => {
  test('reports private ranges of both versions', () =>
    checkRule(
      sourceipPrivateOnly,
      `{ "Statement": [{
  "Condition": { "IpAddress": { "aws:SourceIp": ["10.0.0.0/8", "172.16.4.1", "100.64.0.0/10", "fd00::/8"] } }
//                              ^^^^^^^^^^^^^^ "aws:SourceIp" is never a private address, so this test never holds.
}] }`,
    ));

  test('says what remains with IfExists', () =>
    checkRule(
      sourceipPrivateOnly,
      `{ "Statement": [{
  "Condition": { "IpAddressIfExists": { "AWS:sourceip": "127.0.0.1" } }
//                                      ^^^^^^^^^^^^^^ "AWS:sourceip" is never a private address, so this test holds only without the key.
}] }`,
    ));

  test('is silent on public ranges, those of documentation included', () =>
    checkRule(
      sourceipPrivateOnly,
      `{ "Statement": [{
  "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "198.51.100.0/24", "192.0.2.0/24", "2001:db8::/32"] } }
}, {
  "Condition": { "IpAddress": { "aws:SourceIp": ["8.0.0.0/6", "10.0.0.0/8"] } }
}] }`,
    ));

  test('is silent on the key for private addresses, on NotIpAddress and on what is not known', () =>
    checkRule(
      sourceipPrivateOnly,
      `{ "Statement": [{
  "Condition": { "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" }, "NotIpAddress": { "aws:SourceIp": "10.0.0.0/8" } }
}, {
  "Condition": { "IpAddress": { "aws:SourceIp": ["10.0.0.0/8", "\${office}"] } }
}, {
  "Condition": { "IpAddress": { "aws:SourceIp": ["10.0.0.0/8", { "Ref": "Office" }] } }
}, {
  "Condition": { "IpAddress": { "aws:SourceIp": [] } }
}] }`,
    ));

  test('does not ask for a VPC that is named already', () =>
    checkFix(
      sourceipPrivateOnly,
      '{ "Statement": { "Condition": { "IpAddress": { "aws:SourceIp": "10.0.0.0/8" }, "StringEquals": { "aws:SourceVpce": "vpce-1a2b3c4d" } } } }',
      'Test "aws:VpcSourceIp"',
      '{ "Statement": { "Condition": { "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" }, "StringEquals": { "aws:SourceVpce": "vpce-1a2b3c4d" } } } }',
    ));
});
