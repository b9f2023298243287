import { describe, test } from 'node:test';
import { unknownAction } from '../../server/src/rules/action/unknown-action.ts';
import { invalidVersion } from '../../server/src/rules/document/invalid-version.ts';
import { jsonSyntax } from '../../server/src/rules/document/json-syntax.ts';
import { invalidEffect } from '../../server/src/rules/statement/invalid-effect.ts';
import { missingAction } from '../../server/src/rules/statement/missing-action.ts';
import { checkFix, checkRule } from '../support/check.ts';

describe('a policy that is no JSON is read as it is meant', () => {
  test('so that what a parser makes of a list that is not closed is not reported', () =>
    checkRule(
      [jsonSyntax, unknownAction],
      `{ "Statement": [{ "Effect": "Allow",
  "Action": ["s3:GetObject", "s3:PutObject",
//          ^ This "[" is not closed.
  "Resource": "s3:GetObjcet" }] }`,
    ));

  test('so that a slip in a name is found in its place behind one in the JSON', () =>
    checkRule(
      [jsonSyntax, unknownAction],
      `{ "Statement": [{
  "Effect": "Allow,
//          ^^^^^^ This string has no closing double quote.
  "Action": ["s3:GetObjcet", "s3:PutObject"],
//           ^^^^^^^^^^^^^^ s3 has no action "GetObjcet".
  "Resource": "*" }] }`,
    ));

  test('and its slips in names are repaired in their place', () =>
    checkFix(
      unknownAction,
      '{ "Statement": [{ "Effect": "Allow, "Action": ["s3:GetObjcet", "s3:PutObject"], "Resource": "*" }] }',
      'Change to "s3:GetObject"',
      '{ "Statement": [{ "Effect": "Allow, "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*" }] }',
    ));

  test('so that one bracket too many leaves no statement without an action', () =>
    checkRule(
      [jsonSyntax, missingAction],
      `{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "*" }},
//                                                              ^ This "}" is one too many.
  "Action": "s3:GetObject" }] }`,
    ));

  test('but what a slip touches is left to the rule about JSON', () =>
    checkRule(
      [jsonSyntax, invalidEffect, invalidVersion],
      `{ "Version": "2012-10-17,
//           ^^^^^^^^^^^ This string has no closing double quote.
  "Statement": [{ "Effect": }] }
//                ^^^^^^^^ The key "Effect" has no value.`,
    ));
});
