import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ipValue } from '../../../server/src/rules/condition/ip-value.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

describe('ip-value', () => {
  test('reports what is no address and no range', () =>
    checkRule(
      ipValue,
      `{ "Statement": [{
  "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "203.0.113.0/33", "2001:db8::/129", "office", "*"] } }
//                                                                 ^^^^^^^^^^^^^^^^ "203.0.113.0/33" is no IP address and no range in CIDR notation.
//                                                                                   ^^^^^^^^^^^^^^^^ "2001:db8::/129" is no IP address and no range in CIDR notation.
//                                                                                                     ^^^^^^^^ "office" is no IP address and no range in CIDR notation.
//                                                                                                               ^^^ "*" is no IP address and no range in CIDR notation.
}] }`,
    ));

  test('reports numbers, behind suffixes and negation, too', () =>
    checkRule(
      ipValue,
      `{ "Statement": [{
  "Condition": { "NotIpAddressIfExists": { "aws:VpcSourceIp": 10 } }
//                                                            ^^ "10" is no IP address and no range in CIDR notation.
}] }`,
    ));

  test('only informs about what stands for an address', () => {
    const policy =
      '{ "Statement": { "Condition": { "IpAddress": { "aws:SourceIp": ["x.x.x.x/32", "YOUR_IP/32"] } } } }';
    const found = findings(ipValue, policy);
    assert.deepEqual(
      found.map(({ severity }) => severity),
      ['information', 'information'],
    );
    assert.equal(found[0]?.message, '"x.x.x.x/32" stands for an IP address; it has to be filled in.');
  });

  test('is silent on addresses and ranges of both versions', () =>
    checkRule(
      ipValue,
      `{ "Statement": [{
  "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.7", "10.0.0.0/8", "2001:DB8::1", "::/0"] } }
}] }`,
    ));

  test('leaves values that are filled in later, variables and blanks alone', () =>
    checkRule(
      ipValue,
      `{ "Statement": [{
  "Condition": { "IpAddress": { "aws:SourceIp": ["\${office_cidr}", "\${aws:SourceIp}", " 203.0.113.7", { "Ref": "Cidr" }] } }
}] }`,
    ));

  test('leaves other operators and keys that hold no address to their own rules', () =>
    checkRule(
      ipValue,
      `{ "Statement": [{
  "Condition": { "StringEquals": { "aws:SourceIp": "office" }, "IpAddress": { "aws:username": "anna" } }
}] }`,
    ));

  for (const [bad, good] of [
    ['203.0.113.*', '203.0.113.0/24'],
    ['10.*', '10.0.0.0/8'],
    ['203.0.113', '203.0.113.0/24'],
    ['203.0.113/25', '203.0.113.0/25'],
    ['203.0.113.0/33', '203.0.113.0/32'],
    ['203.0.113.7/', '203.0.113.7'],
    ['203.0.113.0 / 24', '203.0.113.0/24'],
    ['203.0.113.0/255.255.255.0', '203.0.113.0/24'],
    ['203.0.113.0-203.0.113.255', '203.0.113.0/24'],
    ['2001:db8::/129', '2001:db8::/128'],
  ] as const) {
    test(`changes "${bad}" to "${good}"`, () =>
      checkFix(
        ipValue,
        `{ "Statement": { "Condition": { "IpAddress": { "aws:SourceIp": "${bad}" } } } }`,
        `Change to "${good}"`,
        `{ "Statement": { "Condition": { "IpAddress": { "aws:SourceIp": "${good}" } } } }`,
      ));
  }
});
