import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conditionShape } from '../../../server/src/rules/condition/condition-shape.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('condition-shape', () => {
  test('reports a key without an operator', () =>
    checkRule(
      conditionShape,
      `{ "Statement": [{
  "Condition": { "aws:SourceIp": "203.0.113.0/24", "s3:prefix": ["a"] }
//               ^^^^^^^^^^^^^^ "aws:SourceIp" is a condition key; it must stand inside an operator.
//                                                 ^^^^^^^^^^^ "s3:prefix" is a condition key; it must stand inside an operator.
}] }`,
    ));

  test('reports an operator without keys', () =>
    checkRule(
      conditionShape,
      `{ "Statement": [{
  "Condition": { "StringEquals": "a", "ForAnyValue:StringLike": ["b"] }
//               ^^^^^^^^^^^^^^ "StringEquals" must hold an object with condition keys, not a string.
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^ "ForAnyValue:StringLike" must hold an object with condition keys, not an array.
}] }`,
    ));

  test('reports a key around its operator', () =>
    checkRule(
      conditionShape,
      `{ "Statement": [{
  "Condition": { "aws:SourceIp": { "IpAddress": "203.0.113.0/24" } }
//               ^^^^^^^^^^^^^^ "aws:SourceIp" is a condition key; it must stand inside an operator.
}] }`,
    ));

  test('reports objects and lists in the place of a value', () =>
    checkRule(
      conditionShape,
      `{ "Statement": [{
  "Condition": { "StringEquals": { "aws:PrincipalTag": { "team": "a" }, "aws:username": ["a", ["b"], {}] } }
//                                 ^^^^^^^^^^^^^^^^^^ "aws:PrincipalTag" must hold a value or a list of values, not an object.
//                                                                                            ^ A list of values of "aws:username" cannot hold an array.
//                                                                                                   ^ A list of values of "aws:username" cannot hold an object.
}] }`,
    ));

  test('reports a list of operators', () =>
    checkRule(
      conditionShape,
      `{ "Statement": [{
  "Condition": [{ "Bool": { "aws:SecureTransport": "true" } }]
//^^^^^^^^^^^ Condition must be one object with all operators, not a list.
}] }`,
    ));

  test('is silent on operator, key and values', () =>
    checkRule(
      conditionShape,
      `{ "Statement": [{
  "Condition": { "Bool": { "aws:SecureTransport": true }, "StringLike": { "aws:username": ["a", "b"] }, "Null": {} }
}] }`,
    ));

  test('leaves functions of CloudFormation alone', () =>
    checkRule(
      conditionShape,
      `{ "Statement": [{
  "Condition": { "StringEquals": { "aws:username": { "Ref": "x" } }, "Bool": { "Fn::If": ["a", {}, {}] } }
}] }`,
    ));

  test('leaves an unknown operator to its own rule', () =>
    checkRule(
      conditionShape,
      `{ "Statement": [{
  "Condition": { "StringIs": { "aws:username": "a" } }
}] }`,
    ));

  test('proposes the operator that fits the type of the key', () =>
    checkFix(
      conditionShape,
      '{ "Statement": { "Condition": { "aws:SecureTransport": "true" } } }',
      'Test it with "Bool"',
      '{ "Statement": { "Condition": { "Bool": { "aws:SecureTransport": "true" } } } }',
    ));

  test('proposes a set operator for a multivalued key', () =>
    checkFix(
      conditionShape,
      '{ "Statement": { "Condition": { "aws:TagKeys": ["a"] } } }',
      'Test it with "ForAnyValue:StringEquals"',
      '{ "Statement": { "Condition": { "ForAnyValue:StringEquals": { "aws:TagKeys": ["a"] } } } }',
    ));

  test('joins an operator that is there', () =>
    checkFix(
      conditionShape,
      '{ "Statement": { "Condition": { "StringLike": { "s3:prefix": "a/*" }, "aws:userid": "AROA*" } } }',
      'Test it with "StringLike"',
      '{ "Statement": { "Condition": { "StringLike": { "s3:prefix": "a/*", "aws:userid": "AROA*" } } } }',
    ));

  test('puts the operator outside', () =>
    checkFix(
      conditionShape,
      '{ "Statement": { "Condition": { "aws:SourceIp": { "IpAddress": ["203.0.113.0/24"] } } } }',
      'Put the operator outside',
      '{ "Statement": { "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24"] } } } }',
    ));

  test('writes the tag into the key', () =>
    checkFix(
      conditionShape,
      '{ "Statement": { "Condition": { "StringEquals": { "aws:PrincipalTag": { "team": "a", "stage": ["b"] } } } } }',
      'Write the tag into the key',
      '{ "Statement": { "Condition": { "StringEquals": { "aws:PrincipalTag/team": "a", "aws:PrincipalTag/stage": ["b"] } } } }',
    ));

  test('joins the operators of a list', () =>
    checkFix(
      conditionShape,
      '{ "Statement": { "Condition": [{ "Bool": { "aws:SecureTransport": "true" } }, { "Null": { "aws:TokenIssueTime": "false" } }] } }',
      'Take the brackets away',
      '{ "Statement": { "Condition": { "Bool": { "aws:SecureTransport": "true" }, "Null": { "aws:TokenIssueTime": "false" } } } }',
    ));

  test('reports null, alone and in a list', () => {
    checkRule(
      conditionShape,
      `{ "Statement": { "Condition": { "StringEquals": {
      "aws:username": null,
//    ^^^^^^^^^^^^^^ "aws:username" must hold a value or a list of values, not null.
      "aws:PrincipalOrgID": ["o-a1b2c3d4e5",
      null
//    ^^^^ A list of values of "aws:PrincipalOrgID" cannot hold null.
] } } } }`,
    );
    checkFix(
      conditionShape,
      '{ "Statement": { "Condition": { "StringEquals": { "aws:username": ["a", null] } } } }',
      'Delete it',
      '{ "Statement": { "Condition": { "StringEquals": { "aws:username": ["a"] } } } }',
    );
  });

  test('does not join two equal operators', () =>
    assert.deepEqual(
      fixTitles(
        conditionShape,
        '{ "Statement": { "Condition": [{ "Bool": { "a:b": "true" } }, { "Bool": { "a:b": "false" } }] } }',
      ),
      ['Delete "Condition"'],
    ));

  test('inserts a key to be typed over', () =>
    checkFix(
      conditionShape,
      '{ "Statement": { "Condition": { "StringEquals": "${aws:username}" } } }',
      'Insert a condition key',
      '{ "Statement": { "Condition": { "StringEquals": { "aws:PrincipalTag/team": "${aws:username}" } } } }',
    ));

  test('takes inner brackets away', () =>
    checkFix(
      conditionShape,
      '{ "Statement": { "Condition": { "StringEquals": { "aws:username": [["a", "b"]] } } } }',
      'Take the inner brackets away',
      '{ "Statement": { "Condition": { "StringEquals": { "aws:username": ["a", "b"] } } } }',
    ));

  test('takes brackets around the keys of an operator, and braces around a value, away', () => {
    const policy = (operator: string): string =>
      `{ "Statement": { "Condition": { "StringEquals": ${operator} } } }`;
    checkFix(
      conditionShape,
      policy('[{ "aws:PrincipalTag/team": "a" }]'),
      'Take the brackets away',
      policy('{ "aws:PrincipalTag/team": "a" }'),
    );
    checkFix(
      conditionShape,
      policy('{ "aws:PrincipalTag/team": { "Value": ["a", "b"] } }'),
      'Take "Value" away',
      policy('{ "aws:PrincipalTag/team": ["a", "b"] }'),
    );
  });
});
