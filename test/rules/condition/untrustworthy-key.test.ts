import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { untrustworthyKey } from '../../../server/src/rules/condition/untrustworthy-key.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('untrustworthy-key', () => {
  test('reports an Allow that nothing else guards', () =>
    checkRule(
      untrustworthyKey,
      `{ "Statement": [{
  "Effect": "Allow", "Principal": "*",
  "Condition": { "StringEquals": { "aws:UserAgent": "secret", "s3:prefix": "a" }, "Bool": { "aws:SecureTransport": "true" } }
//                                 ^^^^^^^^^^^^^^^ Every client can send any "aws:UserAgent", so it keeps nobody out.
}] }`,
    ));

  test('reports a Deny, whatever else it tests', () =>
    checkRule(
      untrustworthyKey,
      `{ "Statement": [{
  "Effect": "Deny",
  "Condition": { "StringNotLike": { "AWS:referer": "https://example.com/*" }, "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" } }
//                                  ^^^^^^^^^^^^^ Every client can send any "AWS:referer", so this Deny is easily escaped.
}] }`,
    ));

  test('is silent beside a test that pins the caller of an Allow', () =>
    checkRule(
      untrustworthyKey,
      `{ "Statement": [{
  "Effect": "Allow",
  "Condition": { "StringLike": { "aws:UserAgent": "*curl*" }, "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }
}, {
  "Effect": "Allow",
  "Condition": { "StringEquals": { "aws:Referer": "a", "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }
}] }`,
    ));

  test('is silent on services as principals, on Null and on other keys', () =>
    checkRule(
      untrustworthyKey,
      `{ "Statement": [{
  "Effect": "Allow", "Principal": { "Service": "ses.amazonaws.com" }, "Condition": { "StringEquals": { "aws:Referer": "111122223333" } }
}, {
  "Effect": "Deny", "Condition": { "Null": { "aws:Referer": "true" }, "StringEquals": { "aws:RequestedRegion": "eu-west-1" } }
}] }`,
    ));

  test('offers to test the network, in the same sense', () =>
    checkFix(
      untrustworthyKey,
      '{ "Statement": { "Effect": "Deny", "Condition": { "StringNotLike": { "aws:Referer": "a", "aws:username": "b" } } } }',
      'Test "aws:SourceVpce" instead',
      '{ "Statement": { "Effect": "Deny", "Condition": { "StringNotLike": { "aws:username": "b" }, "StringNotEquals": { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } } } }',
    ));

  test('does not offer a test that is there', () =>
    assert.deepEqual(
      fixTitles(
        untrustworthyKey,
        '{ "Statement": { "Effect": "Deny", "Condition": { "StringLike": { "aws:Referer": "a" }, "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } } } }',
      ),
      ['Test "aws:SourceVpce" instead', 'Delete the test of "aws:Referer"'],
    ));
});
