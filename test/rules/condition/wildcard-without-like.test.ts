import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { wildcardWithoutLike } from '../../../server/src/rules/condition/wildcard-without-like.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

describe('wildcard-without-like', () => {
  test('reports the first value with a wildcard of each key', () =>
    checkRule(
      wildcardWithoutLike,
      `{ "Statement": { "Condition": { "StringEquals": {
  "s3:prefix": ["a", "b/*", "c/*"],
//                   ^^^^^ "StringEquals" compares "*" as an ordinary character, not as a wildcard.
  "aws:username": "user-?"
//                ^^^^^^^^ "StringEquals" compares "?" as an ordinary character, not as a wildcard.
} } } }`,
    ));

  test('is silent on Like, on escaped wildcards, on placeholders and on names of domains and on URLs', () =>
    checkRule(
      wildcardWithoutLike,
      `{ "Statement": { "Condition": {
        "StringLike": { "s3:prefix": "b/*" },
        "StringEquals": {
          "aws:PrincipalTag/star": "\${*}",
          "aws:username": "\${prefix}*",
          "acm:DomainNames": "*.example.com",
          "sns:Endpoint": "https://example.com/hook?id=7"
        },
        "ArnEquals": { "aws:SourceArn": "arn:aws:sns:*:*:*" }
      } } }`,
    ));

  test('takes ArnLike for ARNs, StringLike for what is none', () => {
    checkFix(
      wildcardWithoutLike,
      '{ "Statement": { "Condition": { "StringEqualsIfExists": { "aws:SourceArn": "arn:aws:sns:*:111122223333:a" } } } }',
      'Change to "ArnLikeIfExists"',
      '{ "Statement": { "Condition": { "ArnLikeIfExists": { "aws:SourceArn": "arn:aws:sns:*:111122223333:a" } } } }',
    );
    checkFix(
      wildcardWithoutLike,
      '{ "Statement": { "Condition": { "ForAnyValue:StringNotEquals": { "aws:TagKeys": ["a*"] } } } }',
      'Change to "ForAnyValue:StringNotLike"',
      '{ "Statement": { "Condition": { "ForAnyValue:StringNotLike": { "aws:TagKeys": ["a*"] } } } }',
    );
  });

  test('does not prefer a pattern without regard to case, or for whole organizations and accounts', () => {
    const isPreferred = (test: string): boolean | undefined =>
      findings(wildcardWithoutLike, `{ "Statement": { "Condition": { ${test} } } }`)[0]?.fixes()[0]
        ?.isPreferred;
    assert.equal(isPreferred('"StringEquals": { "aws:username": "a*" }'), true);
    assert.equal(isPreferred('"StringEqualsIgnoreCase": { "aws:username": "a*" }'), undefined);
    assert.equal(isPreferred('"StringEquals": { "aws:PrincipalOrgID": "o-*" }'), undefined);
  });

  test('takes along all keys with wildcards, and leaves the others', () =>
    checkFix(
      wildcardWithoutLike,
      '{ "Statement": { "Condition": { "StringEquals": { "aws:userid": "A", "s3:prefix": "b/*", "aws:username": "c*" } } } }',
      'Change to "StringLike"',
      '{ "Statement": { "Condition": { "StringEquals": { "aws:userid": "A" }, "StringLike": { "s3:prefix": "b/*", "aws:username": "c*" } } } }',
    ));
});
