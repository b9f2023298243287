import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { notprincipalDeny } from '../../../server/src/rules/principal/notprincipal-deny.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

const ROLE = 'arn:aws:iam::111122223333:role/admin';
const ROOT = 'arn:aws:iam::111122223333:root';

describe('notprincipal-deny', () => {
  test('reports the element, and who is denied although it is listed', () => {
    checkRule(
      notprincipalDeny,
      `{ "Statement": { "Effect": "Deny",
      "NotPrincipal": { "AWS": ["${ROLE}", "111122223333"] }
//    ^^^^^^^^^^^^^^ A Deny with NotPrincipal denies everyone who has a permissions boundary, listed or not.
} }`,
      RESOURCE,
    );
    checkRule(
      notprincipalDeny,
      `{ "Statement": { "Effect": "Deny",
      "NotPrincipal": { "AWS": ["${ROLE}"] }
//    ^^^^^^^^^^^^^^ Without its account in the list "${ROLE}" is denied, too.
} }`,
      RESOURCE,
    );
    checkRule(
      notprincipalDeny,
      `{ "Statement": { "Effect": "Deny",
      "NotPrincipal": { "AWS": ["${ROLE}", "\${account}"] }
//    ^^^^^^^^^^^^^^ A Deny with NotPrincipal denies everyone who has a permissions boundary, listed or not.
} }`,
      RESOURCE,
    );
  });

  test('leaves Allow, Principal and both together to others', () => {
    for (const members of [
      '"Effect": "Allow", "NotPrincipal": { "AWS": "111122223333" }',
      '"Effect": "Deny", "Principal": "*"',
      '"Effect": "Deny", "Principal": "*", "NotPrincipal": { "AWS": "111122223333" }',
    ]) {
      checkRule(notprincipalDeny, `{ "Statement": { ${members} } }`, RESOURCE);
    }
  });

  test('excepts accounts and services by keys of their own', () =>
    checkFix(
      notprincipalDeny,
      policyWith(
        `"NotPrincipal": { "AWS": ["${ROLE}", "${ROOT}", "444455556666"], "Service": "logs.amazonaws.com" }`,
      ),
      'Except them in the condition instead',
      policyWith(
        `"Principal": "*", "Condition": { "ArnNotEquals": { "aws:PrincipalArn": "${ROLE}" }, "StringNotEquals": { "aws:PrincipalAccount": "444455556666", "aws:PrincipalServiceName": "logs.amazonaws.com" } }`,
      ),
      RESOURCE,
    ));

  test('adds to the condition that is there', () =>
    checkFix(
      notprincipalDeny,
      policyWith(
        `"NotPrincipal": { "AWS": "${ROOT}" }, "Condition": { "Bool": { "aws:SecureTransport": "true" } }`,
      ),
      'Except them in the condition instead',
      policyWith(
        '"Principal": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" }, "StringNotEquals": { "aws:PrincipalAccount": "111122223333" } }',
      ),
      RESOURCE,
    ));

  test('asks whom to except where no key tells them', () => {
    for (const principal of [
      '{ "AWS": "arn:aws:sts::111122223333:assumed-role/admin/me" }',
      '{ "CanonicalUser": "abc" }',
      '{ "AWS": "${admin}" }',
      '"*"',
    ]) {
      assert.deepEqual(fixTitles(notprincipalDeny, policyWith(`"NotPrincipal": ${principal}`), RESOURCE), [
        'Except a role in the condition instead',
      ]);
    }
  });
});

const RESOURCE = { policyType: 'resource' } as const;

const policyWith = (members: string): string => `{ "Statement": { "Effect": "Deny", ${members} } }`;
