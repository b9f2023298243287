import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { elementType } from '../../../server/src/rules/document/element-type.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('element-type', () => {
  test('reports each wrong value', () =>
    checkRule(
      elementType,
      `{
  "Version": 2012,
//           ^^^^ "Version" must be a string, not a number.
  "Id": null,
//      ^^^^ "Id" must be a string, not null.
  "Statement": [{
    "Sid": 1, "Effect": true,
//         ^ "Sid" must be a string, not a number.
//                      ^^^^ "Effect" must be a string, not a boolean.
    "Action": { "s3": "GetObject" },
//  ^^^^^^^^ "Action" must be a string or a list of strings, not an object.
    "Resource": ["*", null, 5, ["*"]],
//                    ^^^^ A list of "Resource" holds strings, not null.
//                          ^ A list of "Resource" holds strings, not a number.
//                             ^ A list of "Resource" holds strings, not an array.
    "Principal": null,
//               ^^^^ "Principal" must be an object, not null.
    "Condition": "none"
//               ^^^^^^ "Condition" must be an object, not a string.
  }, null, ["x"]]
//   ^^^^ A list of statements holds objects, not null.
//         ^ A list of statements holds objects, not an array.
}`,
    ));

  test('reports a Statement that is a string', () =>
    checkRule(
      elementType,
      `{ "Version": "2012-10-17",
  "Statement": "{}"
//             ^^^^ "Statement" must be an object or a list of objects, not a string.
}`,
    ));

  test('is silent on strings, lists and objects in their places', () =>
    checkRule(
      elementType,
      '{ "Version": "2012-10-17", "Id": "x", "Statement": { "Sid": "a", "Effect": "Allow", "Action": ["*"], "Resource": "*", "Principal": { "AWS": ["*"] }, "Condition": { "Bool": { "aws:SecureTransport": true } } } }',
    ));

  test('leaves functions of CloudFormation alone', () =>
    checkRule(
      elementType,
      '{ "Statement": [{ "Resource": [{ "Fn::GetAtt": ["b", "Arn"] }, { "Ref": "x" }], "Sid": { "Ref": "x" } }, { "Fn::If": ["a", {}, {}] }] }',
    ));

  test('leaves a slipped element and a list of operators to their own rules', () =>
    checkRule(
      elementType,
      `{ "Statement": [{
  "Resource": { "Condition": {} }, "Condition": [{ "Bool": {} }]
}] }`,
    ));

  test('quotes a number', () =>
    checkFix(
      elementType,
      '{ "Statement": { "Sid": 1 } }',
      'Put it in double quotes',
      '{ "Statement": { "Sid": "1" } }',
    ));

  test('unwraps the only string of a list', () =>
    checkFix(
      elementType,
      '{ "Statement": { "Sid": ["x"] } }',
      'Change to "x"',
      '{ "Statement": { "Sid": "x" } }',
    ));

  test('lets choose an Effect', () =>
    assert.deepEqual(fixTitles(elementType, '{ "Statement": { "Effect": null } }'), [
      'Change to "Allow"',
      'Change to "Deny"',
    ]));

  test('keeps the value of an object', () =>
    checkFix(
      elementType,
      '{ "Statement": { "Resource": { "Arn": ["arn:aws:s3:::b"] } } }',
      'Keep only the value of "Arn"',
      '{ "Statement": { "Resource": ["arn:aws:s3:::b"] } }',
    ));

  test('adds no brackets inside a list', () =>
    checkFix(
      elementType,
      '{ "Statement": { "Resource": ["arn:aws:s3:::a", { "Arn": ["arn:aws:s3:::b"] }] } }',
      'Keep only the value of "Arn"',
      '{ "Statement": { "Resource": ["arn:aws:s3:::a", "arn:aws:s3:::b"] } }',
    ));

  test('takes inner brackets away', () =>
    checkFix(
      elementType,
      '{ "Statement": { "Action": [["s3:GetObject", "s3:PutObject"], "s3:List*"] } }',
      'Take the inner brackets away',
      '{ "Statement": { "Action": ["s3:GetObject", "s3:PutObject", "s3:List*"] } }',
    ));

  test('deletes null with its comma', () =>
    checkFix(
      elementType,
      '{ "Statement": { "Action": ["*", null] } }',
      'Delete it',
      '{ "Statement": { "Action": ["*"] } }',
    ));

  test('deletes an entry of Statement that is no statement', () =>
    checkFix(
      elementType,
      '{ "Statement": [{ "Effect": "Allow" }, null] }',
      'Delete it',
      '{ "Statement": [{ "Effect": "Allow" }] }',
    ));

  test('writes a statement out of its string', () =>
    checkFix(
      elementType,
      '{ "Version": "2012-10-17", "Statement": ["{ \\"Effect\\": \\"Allow\\" }"] }',
      'Write it as JSON',
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow" }] }',
    ));

  test('deletes a condition that is no object', () =>
    checkFix(
      elementType,
      '{ "Statement": { "Effect": "Deny", "Condition": [] } }',
      'Delete "Condition"',
      '{ "Statement": { "Effect": "Deny" } }',
    ));
});
