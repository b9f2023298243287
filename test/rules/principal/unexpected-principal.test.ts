import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { emptyPrincipal } from '../../../server/src/rules/principal/empty-principal.ts';
import { unexpectedPrincipal } from '../../../server/src/rules/principal/unexpected-principal.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('unexpected-principal', () => {
  test('reports the key', () =>
    checkRule(
      unexpectedPrincipal,
      `{ "Statement": [{
  "Effect": "Allow",
  "Principal": "*",
//^^^^^^^^^^^ No permissions boundary can have "Principal".
  "Action": "s3:*", "Resource": "*"
}] }`,
      { policyType: 'boundary' },
    ));

  test('reports an empty one as well, and nothing while it is being typed', () => {
    checkRule(
      [unexpectedPrincipal, emptyPrincipal],
      `{ "Statement": [{
  "Principal": {}
//^^^^^^^^^^^ No identity-based policy can have "Principal".
}, {
  "NotPrincipal": { "AWS": [] }
//^^^^^^^^^^^^^^ No identity-based policy can have "NotPrincipal".
}] }`,
      { policyType: 'identity' },
    );
    checkRule(unexpectedPrincipal, '{ "Statement": [{ "Principal": {', { policyType: 'identity' });
  });

  test('takes a policy with a principal for a resource-based one', () =>
    checkRule(
      unexpectedPrincipal,
      '{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*" } }',
    ));

  test('accepts it in an endpoint policy', () =>
    checkRule(
      unexpectedPrincipal,
      '{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*" } }',
      { policyType: 'endpoint' },
    ));

  test('tests the caller instead', () =>
    checkFix(
      unexpectedPrincipal,
      '{ "Statement": { "Effect": "Deny", "NotPrincipal": { "AWS": ["arn:aws:iam::111122223333:role/Admin"] }, "Action": "s3:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } } } }',
      'Test "aws:PrincipalArn" in the condition instead',
      '{ "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" }, "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/Admin" } } } }',
      { policyType: 'scp' },
    ));

  test('has no such test for everyone and for accounts', () =>
    assert.deepEqual(
      fixTitles(
        unexpectedPrincipal,
        '{ "Statement": [{ "Principal": "*" }, { "Principal": { "AWS": "111122223333" } }, { "Principal": { "Service": "ec2.amazonaws.com" } }] }',
        { policyType: 'scp' },
      ),
      ['Delete "Principal"', 'Delete "Principal"', 'Delete "Principal"'],
    ));
});
