import { describe, test } from 'node:test';
import { illegalCharacter } from '../../../server/src/rules/document/illegal-character.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('illegal-character', () => {
  test('reports each run once, on its characters', () =>
    checkRule(
      illegalCharacter,
      `{ "Version": "2012-10-17",
  "Id": "a \u2014 b",
//         ^ IAM does not accept "\u2014" (U+2014) in a policy.
  "Statement": [{
    "Sid": "\u201cQuoted\u201d", "Effect": "Allow",
//          ^ IAM does not accept "\u201c" (U+201C) in a policy.
//                 ^ IAM does not accept "\u201d" (U+201D) in a policy.
    "Action": "s3:Get\u200bObject",
//                   ^ IAM does not accept the invisible character U+200B in a policy.
    "Resource": "arn:aws:s3:::\u65e5\u672c/*"
//                            ^^ IAM does not accept "\u65e5\u672c" in a policy, only characters up to U+00FF.
  }]
}`,
    ));

  test('leaves what is filled in later alone', () =>
    checkRule(
      illegalCharacter,
      '{ "Statement": [{ "Resource": "arn:aws:s3:::<\u30d0\u30b1\u30c3\u30c8\u540d>/*" }] }',
    ));

  test('accepts what Latin-1 has', () =>
    checkRule(
      illegalCharacter,
      `{ "Statement": [{
  "Sid": "naïve ©", "Resource": "arn:aws:s3:::b/ü\u00a0/*"
}] }`,
    ));

  test('accepts an escape, which is plain text to IAM', () =>
    checkRule(
      illegalCharacter,
      `{ "Statement": [{
  "Sid": "a \\u2014 b"
}] }`,
    ));

  test('accepts a byte order mark at the very beginning', () =>
    checkRule(illegalCharacter, '\ufeff{ "Statement": [{ "Effect": "Allow" }] }'));

  test('does not know what other services accept', () =>
    checkRule(
      illegalCharacter,
      `{ "Statement": [{
  "Sid": "\u2014", "Principal": "*"
}] }`,
    ));

  test('passes over comments', () =>
    checkRule(illegalCharacter, '{ "Statement": [{ "Effect": "Allow" /* \u201cx\u201d */ }] }'));

  test('straightens quotes, escaped where they would end the string', () =>
    checkFix(
      illegalCharacter,
      '{ "Statement": { "Sid": "a \u201cb" } }',
      'Change to a straight double quote',
      '{ "Statement": { "Sid": "a \\"b" } }',
    ));

  test('deletes what has no equivalent', () =>
    checkFix(
      illegalCharacter,
      '{ "Statement": { "Sid": "go \ud83c\udf89" } }',
      'Delete it',
      '{ "Statement": { "Sid": "go " } }',
    ));

  test('replaces all at once', () =>
    checkFix(
      illegalCharacter,
      '{ "Statement": { "Sid": "\u0141ód\u017a \u2013 x", "Effect": "Allow" } }',
      'Replace all 3 such places of the policy',
      '{ "Statement": { "Sid": "Lódz - x", "Effect": "Allow" } }',
    ));
});
