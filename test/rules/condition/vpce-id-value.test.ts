import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { vpceIdValue } from '../../../server/src/rules/condition/vpce-id-value.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('vpce-id-value', () => {
  test('reports other texts and ids of the other kind', () =>
    checkRule(
      vpceIdValue,
      `{ "Statement": [{
  "Condition": { "StringEquals": { "aws:SourceVpce": ["vpce-1a2b3c4d", "vpce-123", "vpce-zzzzzzzz", "vpc-1a2b3c4d"] } }
//                                                                     ^^^^^^^^^^ "vpce-123" is no VPC endpoint ID; it is "vpce-" and 8 or 17 hexadecimal digits.
//                                                                                 ^^^^^^^^^^^^^^^ "vpce-zzzzzzzz" is no VPC endpoint ID; it is "vpce-" and 8 or 17 hexadecimal digits.
//                                                                                                  ^^^^^^^^^^^^^^ "vpc-1a2b3c4d" is a VPC, but "aws:SourceVpce" holds the VPC endpoint.
}] }`,
    ));

  test('is silent on ids of both lengths', () =>
    checkRule(
      vpceIdValue,
      `{ "Statement": [{
  "Condition": { "StringEquals": { "aws:SourceVpce": ["vpce-1a2b3c4d", "vpce-0a1b2c3d4e5f60718"] }, "StringEqualsIgnoreCase": { "aws:SourceVpce": "VPCE-1A2B3C4D" } }
}] }`,
    ));

  test('leaves wildcards, variables and what is filled in later alone', () =>
    checkRule(
      vpceIdValue,
      `{ "Statement": [{
  "Condition": { "StringLike": { "aws:SourceVpce": ["vpce-*", "\${aws:PrincipalTag/network}", "\${network}", { "Ref": "Network" }] } }
}] }`,
    ));

  test('repairs capitals, a missing prefix and an ARN', () => {
    const wrong = (text: string): string =>
      `{ "Statement": { "Condition": { "StringEquals": { "aws:SourceVpce": "${text}" } } } }`;
    checkFix(vpceIdValue, wrong('VPCE-1A2B3C4D'), 'Change to "vpce-1a2b3c4d"', wrong('vpce-1a2b3c4d'));
    checkFix(vpceIdValue, wrong('1a2b3c4d'), 'Change to "vpce-1a2b3c4d"', wrong('vpce-1a2b3c4d'));
    checkFix(
      vpceIdValue,
      wrong('arn:aws:ec2:us-east-1:111122223333:vpc-endpoint/vpce-1a2b3c4d'),
      'Change to "vpce-1a2b3c4d"',
      wrong('vpce-1a2b3c4d'),
    );
  });

  test('does not change the key for one of several values', () =>
    assert.deepEqual(
      fixTitles(
        vpceIdValue,
        '{ "Statement": { "Condition": { "StringEquals": { "aws:SourceVpce": ["vpc-1a2b3c4d", "vpce-1a2b3c4d"] } } } }',
      ),
      [],
    ));
});
