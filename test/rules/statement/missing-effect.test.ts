import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { missingAction } from '../../../server/src/rules/statement/missing-action.ts';
import { missingEffect } from '../../../server/src/rules/statement/missing-effect.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('missing-effect', () => {
  test('reports the first key of the statement', () =>
    checkRule(
      missingEffect,
      `{ "Statement": [{
      "Action": "s3:GetObject"
//    ^^^^^^^^ This statement has no Effect; say "Allow" or "Deny".
}] }`,
    ));

  test('leaves a misspelt case to its own rule', () =>
    checkRule(missingEffect, '{ "Statement": [{ "effect": "Allow", "Action": "s3:GetObject" }] }'));

  test('waits while the statement is being typed', () =>
    checkRule(missingEffect, '{ "Statement": [{ "Action": "s3:GetObject", "Eff'));

  test('keeps the layout', () =>
    checkFix(
      missingEffect,
      '{\n  "Statement": {\n    "Action": "s3:GetObject"\n  }\n}',
      'Insert "Effect": "Deny"',
      '{\n  "Statement": {\n    "Effect": "Deny",\n    "Action": "s3:GetObject"\n  }\n}',
    ));

  test('leaves a slip and an Effect in the wrong place to their own rule', () =>
    checkRule(
      missingEffect,
      '{ "Statement": [{ "Efect": "Allow" }, { "Condition": { "Effect": "Deny" } }] }',
    ));

  test('leaves a statement alone whose keys a template fills in', () =>
    checkRule(missingEffect, '{ "Statement": [{ "{{ effect }}": "Allow", "Action": "*" }] }'));

  test('inserts it behind the Sid', () =>
    checkFix(
      missingEffect,
      '{ "Statement": { "Sid": "A", "Action": "*" } }',
      'Insert "Effect": "Allow"',
      '{ "Statement": { "Sid": "A", "Effect": "Allow", "Action": "*" } }',
    ));

  test('knows that a resource control policy can only deny', () =>
    assert.deepEqual(
      fixTitles(missingEffect, '{ "Statement": { "Action": "s3:*" } }', { policyType: 'rcp' }),
      ['Insert "Effect": "Deny"'],
    ));

  test('is reported beside what else is missing in the same place', () =>
    checkRule(
      [missingEffect, missingAction],
      `{ "Statement": [{
      "Resource": "*"
//    ^^^^^^^^^^ This statement has no Effect; say "Allow" or "Deny".
//    ^^^^^^^^^^ This statement has neither Action nor NotAction.
}] }`,
    ));

  test('denies first where the statement sounds like it', () => {
    const first = (members: string) => fixTitles(missingEffect, `{ "Statement": { ${members} } }`)[0];
    const deny = 'Insert "Effect": "Deny"';
    assert.equal(first('"Sid": "DenyOutsideOrganization", "Action": "*"'), deny);
    assert.equal(
      first('"Action": "*", "Condition": { "StringNotEquals": { "aws:PrincipalOrgID": "o-1" } }'),
      deny,
    );
    assert.equal(first('"Action": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } }'), deny);
    const allow = 'Insert "Effect": "Allow"';
    assert.equal(first('"Sid": "ReadReports", "Action": "s3:GetObject"'), allow);
    assert.equal(first('"Action": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" } }'), allow);
  });
});
