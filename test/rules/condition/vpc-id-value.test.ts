import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { vpcIdValue } from '../../../server/src/rules/condition/vpc-id-value.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('vpc-id-value', () => {
  test('reports other texts and ids of the other kind', () =>
    checkRule(
      vpcIdValue,
      `{ "Statement": [{
  "Condition": { "StringEquals": { "aws:SourceVpc": ["vpc-1a2b3c4d", "vpc-123", "vpc-zzzzzzzz", "vpce-1a2b3c4d"] } }
//                                                                   ^^^^^^^^^ "vpc-123" is no VPC ID; it is "vpc-" and 8 or 17 hexadecimal digits.
//                                                                              ^^^^^^^^^^^^^^ "vpc-zzzzzzzz" is no VPC ID; it is "vpc-" and 8 or 17 hexadecimal digits.
//                                                                                              ^^^^^^^^^^^^^^^ "vpce-1a2b3c4d" is a VPC endpoint, but "aws:SourceVpc" holds the VPC.
}] }`,
    ));

  test('is silent on ids of both lengths', () =>
    checkRule(
      vpcIdValue,
      `{ "Statement": [{
  "Condition": { "StringEquals": { "aws:SourceVpc": ["vpc-1a2b3c4d", "vpc-0a1b2c3d4e5f60718"] }, "StringEqualsIgnoreCase": { "aws:SourceVpc": "VPC-1A2B3C4D" } }
}] }`,
    ));

  test('leaves wildcards, variables and what is filled in later alone', () =>
    checkRule(
      vpcIdValue,
      `{ "Statement": [{
  "Condition": { "StringLike": { "aws:SourceVpc": ["vpc-*", "\${aws:PrincipalTag/network}", "\${network}", { "Ref": "Network" }] } }
}] }`,
    ));

  test('repairs capitals, a missing prefix and an ARN', () => {
    const wrong = (text: string): string =>
      `{ "Statement": { "Condition": { "StringEquals": { "aws:SourceVpc": "${text}" } } } }`;
    checkFix(vpcIdValue, wrong('VPC-1A2B3C4D'), 'Change to "vpc-1a2b3c4d"', wrong('vpc-1a2b3c4d'));
    checkFix(vpcIdValue, wrong('1a2b3c4d'), 'Change to "vpc-1a2b3c4d"', wrong('vpc-1a2b3c4d'));
    checkFix(
      vpcIdValue,
      wrong('arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1a2b3c4d'),
      'Change to "vpc-1a2b3c4d"',
      wrong('vpc-1a2b3c4d'),
    );
  });

  test('does not change the key for one of several values', () =>
    assert.deepEqual(
      fixTitles(
        vpcIdValue,
        '{ "Statement": { "Condition": { "StringEquals": { "aws:SourceVpc": ["vpce-1a2b3c4d", "vpc-1a2b3c4d"] } } } }',
      ),
      [],
    ));
});
