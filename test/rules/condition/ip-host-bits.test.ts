import { describe, test } from 'node:test';
import { ipHostBits } from '../../../server/src/rules/condition/ip-host-bits.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('ip-host-bits', () => {
  test('reports bits behind the prefix', () =>
    checkRule(
      ipHostBits,
      `{ "Statement": [{
  "Condition": { "NotIpAddress": { "aws:SourceIp": ["203.0.113.7/24", "2001:db8:1::5/48"] } }
//                                                  ^^^^^^^^^^^^^^^^ "203.0.113.7/24" is all of 203.0.113.0/24; AWS ignores the bits behind the prefix.
//                                                                    ^^^^^^^^^^^^^^^^^^ "2001:db8:1::5/48" is all of 2001:db8:1::/48; AWS ignores the bits behind the prefix.
}] }`,
    ));

  test('is silent on ranges, single addresses and what is none', () =>
    checkRule(
      ipHostBits,
      `{ "Statement": [{
  "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "203.0.113.7", "203.0.113.7/32", "2001:DB8::/32", "x/24"] } }
}] }`,
    ));

  test('can keep the address instead of the range', () =>
    checkFix(
      ipHostBits,
      '{ "Statement": { "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.7/24" } } } }',
      'Change to "203.0.113.7/32"',
      '{ "Statement": { "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.7/32" } } } }',
    ));
});
