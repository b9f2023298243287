import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { missingAction } from '../../../server/src/rules/statement/missing-action.ts';
import { missingEffect } from '../../../server/src/rules/statement/missing-effect.ts';
import { missingResource } from '../../../server/src/rules/statement/missing-resource.ts';
import { unknownStatementElement } from '../../../server/src/rules/statement/unknown-statement-element.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('unknown-statement-element', () => {
  test('reports other spellings and other elements', () =>
    checkRule(
      unknownStatementElement,
      `{ "Statement": [{
  "effect": "Allow", "Actions": "*", "not_resource": "*", "Comment": "x", "Version": "2012-10-17"
//^^^^^^^^ A statement has no element "effect"; "Effect" may be meant.
//                   ^^^^^^^^^ A statement has no element "Actions"; "Action" may be meant.
//                                   ^^^^^^^^^^^^^^ A statement has no element "not_resource"; "NotResource" may be meant.
//                                                        ^^^^^^^^^ A statement has no element "Comment".
//                                                                        ^^^^^^^^^ "Version" belongs to the policy, not to a statement.
}] }`,
    ));

  test('reports an element that has slipped into another one', () =>
    checkRule(
      unknownStatementElement,
      `{ "Statement": [{
  "Principal": { "AWS": "*", "Action": "s3:*" },
//                           ^^^^^^^^ "Action" stands inside "Principal"; it belongs beside it.
  "Condition": { "Bool": { "aws:SecureTransport": "true", "Resource": "*" } }
//                                                        ^^^^^^^^^^ "Resource" stands inside "Condition"; it belongs beside it.
}] }`,
    ));

  test('waits while a key is being typed', () =>
    checkRule(
      unknownStatementElement,
      `{ "Statement": [{ "Effect": "Allow", "Act
}] }`,
    ));

  test('is silent on the nine elements', () =>
    checkRule(
      unknownStatementElement,
      `{ "Statement": [{
  "Sid": "", "Effect": "", "Principal": "", "NotPrincipal": "", "Action": "", "NotAction": "", "Resource": "", "NotResource": "", "Condition": {}
}] }`,
    ));

  test('leaves functions of CloudFormation and placeholders alone', () =>
    checkRule(
      unknownStatementElement,
      `{ "Statement": [{
  "Fn::Transform": {}, "{{ more }}": 1, "Effect": "Allow"
}] }`,
    ));

  test('does not mistake condition keys for elements', () =>
    checkRule(
      unknownStatementElement,
      `{ "Statement": [{
  "Condition": { "StringEquals": { "aws:ResourceTag/Action": "x" } }
}] }`,
    ));

  test('corrects the spelling', () =>
    checkFix(
      unknownStatementElement,
      '{ "Statement": { "not_actions": "iam:*" } }',
      'Change to "NotAction"',
      '{ "Statement": { "NotAction": "iam:*" } }',
    ));

  test('only deletes what is there already', () =>
    assert.deepEqual(
      fixTitles(unknownStatementElement, '{ "Statement": { "Action": "*", "Actions": "*" } }'),
      ['Delete "Actions"'],
    ));

  test('moves an element one level out with its layout', () =>
    checkFix(
      unknownStatementElement,
      `{
  "Statement": [
    {
      "Principal": {
        "AWS": "*",
        "Action": [
          "s3:GetObject"
        ]
      },
      "Effect": "Allow"
    }
  ]
}`,
      'Move "Action" beside "Principal"',
      `{
  "Statement": [
    {
      "Principal": {
        "AWS": "*"
      },
      "Action": [
        "s3:GetObject"
      ],
      "Effect": "Allow"
    }
  ]
}`,
    ));

  test('moves an element out of a list', () =>
    checkFix(
      unknownStatementElement,
      '{ "Statement": { "Resource": ["*", { "Condition": {} }] } }',
      'Move "Condition" beside "Resource"',
      '{ "Statement": { "Resource": ["*"], "Condition": {} } }',
    ));

  test('leaves an empty list where nothing else was', () =>
    checkFix(
      unknownStatementElement,
      '{ "Statement": { "Resource": { "Condition": {} } } }',
      'Move "Condition" beside "Resource"',
      '{ "Statement": { "Resource": [], "Condition": {} } }',
    ));

  test('removes an object that held nothing else', () =>
    checkFix(
      unknownStatementElement,
      '{ "Statement": { "Condition": { "Resource": "*" } } }',
      'Move "Resource" beside "Condition"',
      '{ "Statement": { "Resource": "*" } }',
    ));

  test('takes away what is wrapped in the same element once more', () => {
    checkFix(
      unknownStatementElement,
      '{ "Statement": [{ "Effect": "Allow", "Action": { "Action": ["s3:GetObject"] }, "Resource": "*" }] }',
      'Take the outer "Action" away',
      '{ "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*" }] }',
    );
    checkFix(
      unknownStatementElement,
      '{ "Version": "2012-10-17", "Statement": { "Statement": [{ "Effect": "Deny", "Action": "*", "Resource": "*" }] } }',
      'Take the outer "Statement" away',
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Action": "*", "Resource": "*" }] }',
    );
    checkFix(
      unknownStatementElement,
      '{ "Version": "2012-10-17", "Statement": [{ "Statement": [{ "Sid": "a" }, { "Sid": "b" }] }, { "Sid": "c" }] }',
      'Take the outer "Statement" away',
      '{ "Version": "2012-10-17", "Statement": [{ "Sid": "a" }, { "Sid": "b" }, { "Sid": "c" }] }',
    );
  });

  test('is all that is said about a statement inside of a statement', () =>
    checkRule(
      [unknownStatementElement, missingAction, missingEffect, missingResource],
      `{ "Version": "2012-10-17", "Statement": [{
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }]
//^^^^^^^^^^^ "Statement" stands inside a statement.
}] }`,
    ));
});
