import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unknownPolicyElement } from '../../../server/src/rules/document/unknown-policy-element.ts';
import { missingResource } from '../../../server/src/rules/statement/missing-resource.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('unknown-policy-element', () => {
  test('reports keys beside the three that exist', () =>
    checkRule(
      unknownPolicyElement,
      `{
  "$schema": "policy.json",
//^^^^^^^^^ A policy has no element "$schema".
  "version": "2012-10-17",
//^^^^^^^^^ A policy has no element "version"; "Version" may be meant.
  "Id": "x",
  "Statement": []
}`,
    ));

  test('reports elements of a statement once', () =>
    checkRule(
      unknownPolicyElement,
      `{
  "Version": "2012-10-17",
  "Effect": "Allow",
//^^^^^^^^ "Effect" belongs in a statement, not in the policy itself.
  "Action": "*"
}`,
    ));

  test('is silent on Version, Id and Statement', () =>
    checkRule(unknownPolicyElement, '{ "Version": "2012-10-17", "Id": "x", "Statement": [] }'));

  test('leaves an object of another tool alone', () =>
    checkRule(
      unknownPolicyElement,
      '{ "roles": [{ "Name": "x", "Statement": [{ "Effect": "Allow", "Action": "*" }] }] }',
    ));

  test('leaves placeholders alone', () =>
    checkRule(unknownPolicyElement, '{ "Version": "2012-10-17", "{{ extra }}": 1, "Statement": [] }'));

  test('corrects the spelling', () =>
    checkFix(
      unknownPolicyElement,
      '{ "version": "2012-10-17", "Statement": [] }',
      'Change to "Version"',
      '{ "Version": "2012-10-17", "Statement": [] }',
    ));

  test('does not write an element twice', () =>
    assert.deepEqual(
      fixTitles(unknownPolicyElement, '{ "Version": "2012-10-17", "Statement": [], "Statements": [] }'),
      ['Delete "Statements"'],
    ));

  test('deletes an element with its comma', () =>
    checkFix(
      unknownPolicyElement,
      `{
  "Comment": "mine",
  "Version": "2012-10-17",
  "Statement": []
}`,
      'Delete "Comment"',
      `{
  "Version": "2012-10-17",
  "Statement": []
}`,
    ));

  test('does not enclose elements that are far apart', () =>
    assert.deepEqual(
      fixTitles(unknownPolicyElement, '{ "Effect": "Allow", "Version": "2012-10-17", "Action": "*" }'),
      ['Delete "Effect"'],
    ));

  test('moves an element into the only statement that lacks it, which is not missing then', () => {
    const policy = `{
  "Statement": [{
    "Effect": "Allow",
    "Action": "s3:GetObject"
  }],
  "Resource": "arn:aws:s3:::b/*"
}`;
    checkRule(
      [unknownPolicyElement, missingResource],
      policy.replace(
        '/*"',
        `/*"
//^^^^^^^^^^ "Resource" belongs in a statement, not in the policy itself.`,
      ),
    );
    checkFix(
      unknownPolicyElement,
      policy,
      'Move "Resource" into the statement',
      `{
  "Statement": [{
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::b/*"
  }]
}`,
    );
    assert.deepEqual(
      fixTitles(unknownPolicyElement, policy.replace('}]', '}, { "Effect": "Deny", "Action": "*" }]')),
      ['Delete "Resource"'],
    );
  });
});
