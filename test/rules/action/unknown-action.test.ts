import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unknownAction } from '../../../server/src/rules/action/unknown-action.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('unknown-action', () => {
  test('reports only the bad name of a list', () =>
    checkRule(
      unknownAction,
      `{ "Statement": [{
      "Action": ["s3:PutObject", "s3:GetObjcet"]
//                               ^^^^^^^^^^^^^^ s3 has no action "GetObjcet".
}] }`,
    ));

  test('ignores case, as IAM does', () =>
    checkRule(unknownAction, '{ "Statement": { "Action": ["S3:getobject", "s3:GETOBJECT"] } }'));

  test('leaves patterns, unknown prefixes and placeholders alone', () =>
    checkRule(
      unknownAction,
      `{ "Statement": { "Action": ["s3:Gte*", "s4:GetObject", "s3:\${verb}Object", "s3:"] } }`,
    ));

  test('names the action that authorises an API operation', () =>
    checkRule(
      unknownAction,
      `{ "Statement": { "Action":
      "s3:ListObjectsV2"
//    ^^^^^^^^^^^^^^^^^^ "s3:ListObjectsV2" is an API operation; s3:ListBucket allows it.
} }`,
    ));

  test('offers the closest name', () =>
    checkFix(
      unknownAction,
      '{ "Statement": { "NotAction": "s3:GetObj$0cet" } }',
      'Change to "s3:GetObject"',
      '{ "Statement": { "NotAction": "s3:GetObject" } }',
    ));

  test('offers the service that does define the name', () =>
    assert.ok(
      fixTitles(unknownAction, '{ "Statement": { "Action": "s3:InvokeFunction" } }').includes(
        'Change to "lambda:InvokeFunction"',
      ),
    ));
});
