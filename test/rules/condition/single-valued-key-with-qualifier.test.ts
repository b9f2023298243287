import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { singleValuedKeyWithQualifier } from '../../../server/src/rules/condition/single-valued-key-with-qualifier.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

const statement = (effect: string, tests: string): string =>
  `{ "Statement": { "Effect": "${effect}", "Condition": ${tests} } }`;

describe('single-valued-key-with-qualifier', () => {
  test('says what each set operator does', () =>
    checkRule(
      singleValuedKeyWithQualifier,
      `{ "Statement": [{
  "Effect": "Allow",
  "Condition": {
    "ForAllValues:StringEquals": { "aws:RequestTag/team": "a" },
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Requests without "aws:RequestTag/team" pass. "ForAllValues" needs no value, and this key has only one.
    "ForAllValues:StringNotEquals": { "aws:userid": "a" },
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "aws:userid" has one value, so "ForAllValues" adds nothing.
    "ForAnyValue:StringLike": { "aws:username": "a*" }
//  ^^^^^^^^^^^^^^^^^^^^^^^^ "aws:username" has one value, so "ForAnyValue" has nothing to choose from.
  }
}, {
  "Effect": "Deny",
  "Condition": { "ForAllValues:StringEquals": { "aws:PrincipalTag/team": "a" } }
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ "aws:PrincipalTag/team" has one value, and "ForAllValues" also holds without it.
}] }`,
    ));

  test('knows the audience and the subject of every identity provider', () =>
    checkRule(
      singleValuedKeyWithQualifier,
      `{ "Statement": [{
  "Effect": "Allow",
  "Condition": {
    "ForAnyValue:StringEquals": { "oidc.example.com/id:aud": "a" },
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ "oidc.example.com/id:aud" has one value, so "ForAnyValue" has nothing to choose from.
    "ForAllValues:StringLike": { "oidc.example.com/id:sub": "a", "oidc.example.com/id:groups": "b" }
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^ Requests without "oidc.example.com/id:sub" pass. "ForAllValues" needs no value, and this key has only one.
  }
}] }`,
    ));

  test('warns of ForAnyValue on claims only', () => {
    const severity = (key: string): string | undefined =>
      findings(
        singleValuedKeyWithQualifier,
        statement('Allow', `{ "ForAnyValue:StringEquals": { "${key}": "a" } }`),
      )[0]?.severity;
    assert.equal(severity('aws:ResourceTag/team'), 'information');
    assert.equal(severity('oidc.example.com/id:aud'), 'warning');
  });

  test('is silent on keys with several values, on plain operators, on Null and on unknown keys', () =>
    checkRule(
      singleValuedKeyWithQualifier,
      statement(
        'Allow',
        '{ "ForAnyValue:StringEquals": { "aws:TagKeys": "a", "lambda:Layer": "b", "cognito-identity.amazonaws.com:amr": "c", "aws:Nothing": "d" }, "StringEquals": { "aws:username": ["a", "b"] }, "ForAllValues:Null": { "aws:username": "true" } }',
      ),
    ));

  test('is silent on a key of a service that sounds like several values', () =>
    checkRule(
      singleValuedKeyWithQualifier,
      statement('Allow', '{ "ForAllValues:StringEquals": { "lambda:VpcIds": "vpc-1a2b3c4d" } }'),
    ));

  test('knows what ForAnyValue adds to a negated test', () =>
    checkRule(
      singleValuedKeyWithQualifier,
      `{ "Statement": [{
  "Effect": "Deny",
  "Condition": { "ForAnyValue:StringNotLike": { "ec2:InstanceType": "*.nano" } }
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ "ec2:InstanceType" has one value, so "ForAnyValue" only asks for its presence.
}] }`,
    ));

  test('is milder where the key must be there', () => {
    const guarded = statement(
      'Allow',
      '{ "ForAllValues:StringEquals": { "aws:username": "a" }, "Null": { "aws:username": "false" } }',
    );
    assert.deepEqual(
      findings(singleValuedKeyWithQualifier, guarded).map(({ severity }) => severity),
      ['information'],
    );
  });

  test('keeps what a Deny does', () =>
    assert.deepEqual(
      fixTitles(
        singleValuedKeyWithQualifier,
        statement('Deny', '{ "ForAllValues:StringEquals": { "aws:username": "a" } }'),
      ),
      ['Change to "StringEqualsIfExists"', 'Change to "StringEquals"'],
    ));

  test('joins the operator that is there', () =>
    checkFix(
      singleValuedKeyWithQualifier,
      statement(
        'Allow',
        '{ "ForAnyValue:StringEquals": { "aws:username": "a" }, "StringEquals": { "aws:userid": "b" } }',
      ),
      'Change to "StringEquals"',
      statement('Allow', '{ "StringEquals": { "aws:userid": "b", "aws:username": "a" } }'),
    ));
});
