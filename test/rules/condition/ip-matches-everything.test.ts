import { describe, test } from 'node:test';
import { ipMatchesEverything } from '../../../server/src/rules/condition/ip-matches-everything.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('ip-matches-everything', () => {
  test('reports every address in an Allow', () =>
    checkRule(
      ipMatchesEverything,
      `{ "Statement": [{
  "Effect": "Allow",
  "Condition": { "IpAddress": { "aws:SourceIp": ["0.0.0.0/0", "::/0", "203.0.113.0/24"] } }
//                                               ^^^^^^^^^^^ "0.0.0.0/0" is every IPv4 address, so it keeps nobody out.
//                                                            ^^^^^^ "::/0" is every IPv6 address, so it keeps nobody out.
}] }`,
    ));

  test('reports a Deny that spares every address', () =>
    checkRule(
      ipMatchesEverything,
      `{ "Statement": [{
  "Effect": "Deny",
  "Condition": { "NotIpAddress": { "aws:SourceIp": "0.0.0.0/0" } }
//                                                 ^^^^^^^^^^^ "0.0.0.0/0" is every IPv4 address, so this Deny spares all of them.
}] }`,
    ));

  test('reports ranges that are everything only together', () =>
    checkRule(
      ipMatchesEverything,
      `{ "Statement": [{
  "Effect": "Allow",
  "Condition": { "IpAddress": { "aws:SourceIp": ["128.0.0.0/2", "0.0.0.0/1", "192.0.0.0/2"] } }
//                              ^^^^^^^^^^^^^^ The ranges of "aws:SourceIp" together are every IPv4 address.
}] }`,
    ));

  test('reports ranges broader than /8 and /32', () =>
    checkRule(
      ipMatchesEverything,
      `{ "Statement": [{
  "Effect": "Allow",
  "Condition": { "IpAddress": { "aws:SourceIp": ["0.0.0.0/1", "2000::/3", "52.0.0.0/8", "2001:db8::/32"] } }
//                                               ^^^^^^^^^^^ "0.0.0.0/1" is so wide that Amazon S3 takes it for public.
//                                                            ^^^^^^^^^^ "2000::/3" is so wide that Amazon S3 takes it for public.
}] }`,
    ));

  test('is silent on a Deny of all addresses, and on an Allow without any', () =>
    checkRule(
      ipMatchesEverything,
      `{ "Statement": [{
  "Effect": "Deny", "Condition": { "IpAddress": { "aws:SourceIp": "0.0.0.0/0" } }
}, {
  "Effect": "Allow", "Condition": { "NotIpAddress": { "aws:SourceIp": "0.0.0.0/0" } }
}] }`,
    ));

  test('leaves private ranges to the rules about them', () =>
    checkRule(
      ipMatchesEverything,
      '{ "Statement": { "Effect": "Allow", "Condition": { "IpAddress": { "aws:SourceIp": "fd00::/8" } } } }',
    ));

  test('is silent on ranges and on addresses inside a VPC', () =>
    checkRule(
      ipMatchesEverything,
      `{ "Statement": [{
  "Effect": "Allow", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24", "aws:VpcSourceIp": "0.0.0.0/0" } }
}] }`,
    ));

  test('deletes the test', () =>
    checkFix(
      ipMatchesEverything,
      '{ "Statement": { "Effect": "Allow", "Condition": { "IpAddress": { "aws:SourceIp": "0.0.0.0/0" } } } }',
      'Delete the test of "aws:SourceIp"',
      '{ "Statement": { "Effect": "Allow" } }',
    ));
});
