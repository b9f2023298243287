import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { malformedAction } from '../../../server/src/rules/action/malformed-action.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('malformed-action', () => {
  test('says what is wrong', () =>
    checkRule(
      malformedAction,
      `{ "Statement": [{
      "Action": [
        "s3:GetObject",
        "GetObject",
//      ^^^^^^^^^^^ "GetObject" names no service; an action reads "service:Name".
        ":GetObject",
//      ^^^^^^^^^^^^ ":GetObject" names no service before the colon.
        "s3::GetObject",
//      ^^^^^^^^^^^^^^^ "s3::GetObject" has more than one colon.
        "s3:Get Object",
//      ^^^^^^^^^^^^^^^ "s3:Get Object" contains " ", which no action can contain.
        "s3:GetObject,s3:PutObject",
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ "s3:GetObject,s3:PutObject" lists several actions in one string.
        "arn:aws:s3:::bucket"
//      ^^^^^^^^^^^^^^^^^^^^^ "arn:aws:s3:::bucket" is an ARN, not an action.
      ]
}] }`,
    ));

  test('waits while the statement is being typed', () =>
    checkRule(malformedAction, '{ "Statement": [{ "Action": ["GetObject", "Resource": "*" }'));

  test('accepts every form of a pattern', () =>
    checkRule(
      malformedAction,
      '{ "Statement": { "Action": ["*", "**", "s3:*", "*:*", "s3:?et*", "s?:Get*", "vpc-lattice:A-B"] } }',
    ));

  test('leaves what is empty, invisible, dynamic or no string to others', () =>
    checkRule(
      malformedAction,
      `{ "Statement": { "Action": ["", "  ", "s3:", " s3:GetObject ", "s3:\u200bGet", "\${x}", "{{ x }}",
        "s3:\${aws:username}", 7, null, { "Ref": "Action" }] } }`,
    ));

  test('finds the service and the name in what is written', () => {
    const first = (action: string) =>
      fixTitles(malformedAction, `{ "Statement": { "Action": "${action}" } }`)[0];
    assert.equal(first('s3.GetObject'), 'Change to "s3:GetObject"');
    assert.equal(first('s3/getobject'), 'Change to "s3:GetObject"');
    assert.equal(first('s3-GetObject'), 'Change to "s3:GetObject"');
    assert.equal(first('s3::Get*'), 'Change to "s3:Get*"');
    assert.equal(first('s3: GetObject'), 'Change to "s3:GetObject"');
    assert.equal(first('s3:GetObject()'), 'Change to "s3:GetObject"');
    assert.equal(first('aws:s3:GetObject'), 'Change to "s3:GetObject"');
    assert.equal(first('cloudwatch-logs.PutLogEvents'), 'Change to "logs:PutLogEvents"');
    assert.equal(first('s3*'), 'Change to "s3:*"');
    assert.equal(first('s3'), 'Change to "s3:*"');
    assert.equal(first('InvokeFunction'), 'Change to "lambda:InvokeFunction"');
  });

  test('takes the service of a neighbour that has the action', () =>
    checkFix(
      malformedAction,
      '{ "Statement": { "Action": ["iam:ListUsers", "s3:PutObject", "get$0object"] } }',
      'Change to "s3:GetObject"',
      '{ "Statement": { "Action": ["iam:ListUsers", "s3:PutObject", "s3:GetObject"] } }',
    ));

  test('splits several actions, one a line where the list has lines', () => {
    checkFix(
      malformedAction,
      '{ "Statement": { "Action": "s3:GetObject, s3:PutObject" } }',
      'Change to "s3:GetObject" and "s3:PutObject"',
      '{ "Statement": { "Action": ["s3:GetObject", "s3:PutObject"] } }',
    );
    checkFix(
      malformedAction,
      '{ "Statement": { "Action": [\n  "s3:GetObject s3:PutObject"\n] } }',
      'Change to "s3:GetObject" and "s3:PutObject"',
      '{ "Statement": { "Action": [\n  "s3:GetObject",\n  "s3:PutObject"\n] } }',
    );
  });

  test('takes an ARN out of a list', () =>
    checkFix(
      malformedAction,
      '{ "Statement": { "Action": ["s3:GetObject", "arn:aws:s3:::bucket/*"] } }',
      'Remove "arn:aws:s3:::bucket/*"',
      '{ "Statement": { "Action": ["s3:GetObject"] } }',
    ));
});
