import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PolicyType } from '../../../server/src/iam/policy-type.ts';
import { statementSubsumed } from '../../../server/src/rules/statement/statement-subsumed.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

/** The messages about two statements, each given by its members without Effect. */
function about(outer: string, inner: string, policyType: PolicyType = 'identity', effect = 'Allow') {
  const text = `{ "Version": "2012-10-17", "Statement": [{ "Effect": "${effect}", ${inner} }, { "Effect": "${effect}", ${outer} }] }`;
  return findings(statementSubsumed, text, { policyType }).map(({ message }) => message);
}

const OBJECT = '"Action": "s3:GetObject", "Resource": "arn:aws:s3:::app/x"';
const OBJECTS = '"Action": "s3:Get*", "Resource": "arn:aws:s3:::app/*"';
const when = (condition: string): string => `${OBJECTS}, "Condition": { ${condition} }`;
const by = (principal: string): string => `"Principal": ${principal}, ${OBJECTS}`;

describe('statement-subsumed', () => {
  test('reports what a wider statement contains, and names that one', () =>
    checkRule(
      statementSubsumed,
      `{ "Statement": [
  { "Effect": "Allow", ${OBJECT} },
//            ^^^^^^^ "All" allows all that this statement allows.
  { "Sid": "All", "Effect": "Allow", ${OBJECTS} },
  { "Effect": "Deny", ${OBJECT} },
//            ^^^^^^ Statement 4 denies all that this statement denies.
  { "Effect": "Deny", "NotAction": "iam:*", "Resource": "arn:aws:s3:::app/*" }
] }`,
    ));

  test('reports the later of two that contain each other', () =>
    checkRule(
      statementSubsumed,
      `{ "Statement": [
  { "Effect": "Allow", "Action": ["s3:*", "s3:Get*"], "Resource": "*" },
  { "Effect": "Allow", "Action": "s3:*", "Resource": "*" }
//            ^^^^^^^ Statement 1 allows all that this statement allows.
] }`,
    ));

  test('is silent where statements overlap, have another Effect or are the same', () => {
    for (const [outer, inner] of [
      [OBJECTS, '"Action": "s3:PutObject", "Resource": "arn:aws:s3:::app/x"'],
      [OBJECTS, '"Action": "s3:GetObject", "Resource": "arn:aws:s3:::*"'],
      [OBJECTS, '"Action": "s3:GetObject", "NotResource": "arn:aws:s3:::app/x"'],
      [OBJECTS, '"NotAction": "iam:*", "Resource": "arn:aws:s3:::app/x"'],
      [OBJECTS, OBJECTS],
    ] as const) {
      assert.deepEqual(about(outer, inner), [], inner);
    }
    checkRule(
      statementSubsumed,
      `{ "Statement": [{ "Effect": "Allow", ${OBJECT} }, { "Effect": "Deny", ${OBJECTS} }] }`,
    );
  });

  test('takes conditions into account that are equal or weaker in the wider one', () => {
    const weaker: readonly (readonly [outer: string, inner: string])[] = [
      ['', '"Bool": { "aws:SecureTransport": "true" }'],
      ['"StringEquals": { "AWS:username": ["a", "b"] }', '"StringEquals": { "aws:username": "a" }'],
      ['"StringNotEquals": { "aws:username": "a" }', '"StringNotEquals": { "aws:username": ["b", "a"] }'],
      ['"StringEqualsIfExists": { "aws:username": "a" }', '"StringEquals": { "aws:username": "a" }'],
      [
        '"ForAnyValue:StringLike": { "aws:TagKeys": "a" }',
        '"ForAnyValue:StringLike": { "aws:TagKeys": "a", "aws:username": "x" }',
      ],
    ];
    for (const [outer, inner] of weaker) {
      assert.equal(about(when(outer), when(inner)).length, 1, inner);
      assert.equal(
        about(when(inner), when(outer)).length,
        1,
        'the other way round the first is the wider one',
      );
    }
    for (const [outer, inner] of [
      ['"StringEquals": { "aws:username": "a" }', '"StringLike": { "aws:username": "a" }'],
      ['"StringEquals": { "aws:username": "a" }', '"StringEquals": { "aws:userid": "a" }'],
      ['"StringEquals": { "aws:username": "a" }', '"StringEquals": { "aws:username": "b" }'],
      [
        '"ForAllValues:StringEquals": { "aws:TagKeys": "a" }',
        '"ForAnyValue:StringEquals": { "aws:TagKeys": "a" }',
      ],
      ['"StringEquals": { "aws:username": "a" }', '"StringEqualsIfExists": { "aws:userid": "a" }'],
    ] as const) {
      assert.deepEqual(about(when(outer), when(inner)), [], inner);
    }
  });

  test('counts principals in', () => {
    const app = 'arn:aws:iam::111122223333:role/app';
    for (const [outer, inner] of [
      ['"*"', `{ "AWS": "${app}" }`],
      ['{ "AWS": "*" }', '{ "AWS": "111122223333" }'],
      [`{ "AWS": ["${app}", "444455556666"] }`, '{ "AWS": "arn:aws:iam::444455556666:root" }'],
    ] as const) {
      assert.equal(about(by(outer), by(inner), 'resource').length, 1, inner);
    }
    for (const [outer, inner] of [
      ['{ "AWS": "111122223333" }', `{ "AWS": "${app}" }`],
      [`{ "AWS": "${app}" }`, '{ "AWS": "arn:aws:sts::111122223333:assumed-role/app/me" }'],
      ['"*"', '{ "Service": "logging.s3.amazonaws.com" }'],
      [`{ "AWS": "${app}" }`, '{ "AWS": "444455556666" }'],
    ] as const) {
      assert.deepEqual(about(by(outer), by(inner), 'resource'), [], inner);
    }
    const session = '{ "AWS": "arn:aws:sts::111122223333:assumed-role/app/me" }';
    assert.equal(about(by(`{ "AWS": "${app}" }`), by(session), 'resource', 'Deny').length, 1);
    assert.deepEqual(
      about(`"NotPrincipal": "*", ${OBJECTS}`, by(`{ "AWS": "${app}" }`), 'resource', 'Deny'),
      [],
    );
  });

  test('is silent about what is filled in later', () =>
    assert.deepEqual(
      about('"Action": "*", "Resource": "*"', '"Action": "s3:*", "Resource": "${bucket}"'),
      [],
    ));

  test('deletes the narrower one', () =>
    checkFix(
      statementSubsumed,
      `{ "Statement": [{ "Effect": "Al$0low", ${OBJECT} }, { "Effect": "Allow", ${OBJECTS} }] }`,
      'Delete the statement',
      `{ "Statement": [{ "Effect": "Allow", ${OBJECTS} }] }`,
    ));

  test('looks at thousands of statements in little time', () => {
    for (const make of [
      (i: number) => `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b${i}/*" }`,
      (i: number) => `{ "Effect": "Allow", "Action": "s3:Get${i}*", "Resource": "*" }`,
      (i: number) =>
        `{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "StringLike": { "aws:a": "${i}" } } }`,
    ]) {
      const list = Array.from({ length: 5000 }, (_, i) => make(i)).join();
      const start = performance.now();
      assert.deepEqual(findings(statementSubsumed, `{ "Statement": [${list}] }`), []);
      assert.ok(performance.now() - start < 3000);
    }
  });
});
