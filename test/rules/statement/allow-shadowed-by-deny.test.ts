import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allowShadowedByDeny } from '../../../server/src/rules/statement/allow-shadowed-by-deny.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

const policy = (...statements: readonly string[]): string =>
  `{ "Version": "2012-10-17", "Statement": [${statements.map((own) => `{ ${own} }`).join(', ')}] }`;
const READ =
  '"Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": "arn:aws:s3:::app/*"';

describe('allow-shadowed-by-deny', () => {
  test('reports an Allow that a Deny contains, wherever it stands', () =>
    checkRule(
      allowShadowedByDeny,
      `{ "Statement": [
  { "Effect": "Deny", "Action": "S3:*", "Resource": "arn:aws:s3:::*" },
  { "Sid": "Read", ${READ} },
//                           ^^^^^^^ Nothing is allowed here: statement 1 denies all of it.
  { "Effect": "Allow", "NotAction": "s3:*", "Resource": "*" }
] }`,
    ));

  test('counts Denies together', () =>
    checkRule(
      allowShadowedByDeny,
      `{ "Statement": [
  { ${READ} },
//            ^^^^^^^ Nothing is allowed here: "A" and "B" together deny all of it.
  { "Sid": "B", "Effect": "Deny", "Action": "s3:List*", "Resource": "*" },
  { "Sid": "A", "Effect": "Deny", "NotAction": "s3:List*", "Resource": "arn:aws:s3:::*" }
] }`,
    ));

  test('points out single actions that are denied on all resources', () =>
    checkRule(
      allowShadowedByDeny,
      `{ "Statement": [
  { "Effect": "Allow", "Action": ["s3:*", "iam:GetUser", "iam:*"], "Resource": "*" },
//                                        ^^^^^^^^^^^^^ "NoIam" denies "iam:GetUser" on all of these resources.
//                                                       ^^^^^^^ "NoIam" denies "iam:*" on all of these resources.
  { "Sid": "NoIam", "Effect": "Deny", "Action": ["iam:*", "s3:DeleteBucket"], "Resource": "*" }
] }`,
    ));

  test('is silent about exceptions, conditions and other resources', () => {
    for (const deny of [
      '"Action": "s3:GetObject", "Resource": "arn:aws:s3:::app/secret/*"',
      '"Action": "s3:Delete*", "Resource": "*"',
      '"Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } }',
      '"Action": "*", "NotResource": "arn:aws:s3:::app/*"',
      '"NotAction": "s3:*", "Resource": "*"',
      '"Action": "*", "Resource": "arn:aws:s3:::${bucket}/*"',
      '"Action": "*", "Resource": "*", "NotPrincipal": { "AWS": "111122223333" }',
    ]) {
      checkRule(allowShadowedByDeny, policy(READ, `"Effect": "Deny", ${deny}`));
    }
    checkRule(
      allowShadowedByDeny,
      policy(
        '"Effect": "Allow", "Action": "s3:*", "Resource": "*"',
        '"Effect": "Deny", "Action": "s3:DeleteBucket", "Resource": "*"',
      ),
    );
  });

  test('looks at who is denied', () => {
    const allow = (principal: string): string => `"Principal": ${principal}, ${READ}`;
    const deny = (principal: string): string =>
      `"Principal": ${principal}, "Effect": "Deny", "Action": "s3:*", "Resource": "*"`;
    const count = (denied: string, allowed: string): number =>
      findings(allowShadowedByDeny, policy(allow(allowed), deny(denied)), { policyType: 'resource' }).length;
    assert.equal(count('"*"', '{ "AWS": "111122223333" }'), 1);
    assert.equal(count('{ "AWS": "111122223333" }', '{ "AWS": "111122223333" }'), 1);
    assert.equal(count('{ "AWS": "111122223333" }', '"*"'), 0);
    assert.equal(count('{ "AWS": "111122223333" }', '{ "AWS": "arn:aws:iam::111122223333:role/app" }'), 0);
  });

  test('offers to delete the Allow or to spare its resources or actions', () => {
    const text = policy(
      READ.replace('Allow', 'Al$0low'),
      '"Sid": "No", "Effect": "Deny", "Action": "*", "Resource": "*"',
    );
    assert.deepEqual(fixTitles(allowShadowedByDeny, text), [
      'Delete the statement',
      'Except its resources from "No"',
      'Except its actions from "No"',
    ]);
    checkFix(
      allowShadowedByDeny,
      text,
      'Except its resources from "No"',
      policy(READ, '"Sid": "No", "Effect": "Deny", "Action": "*", "NotResource": "arn:aws:s3:::app/*"'),
    );
    checkFix(
      allowShadowedByDeny,
      text,
      'Except its actions from "No"',
      policy(
        READ,
        '"Sid": "No", "Effect": "Deny", "NotAction": ["s3:GetObject", "s3:ListBucket"], "Resource": "*"',
      ),
    );
  });

  test('prefers none of them, as either statement may be the mistake', () =>
    assert.ok(
      findings(allowShadowedByDeny, policy(READ, '"Effect": "Deny", "Action": "s3:*", "Resource": "*"'))[0]
        ?.fixes()
        .every(({ isPreferred }) => !isPreferred),
    ));

  test('removes a denied action', () =>
    checkFix(
      allowShadowedByDeny,
      policy(
        '"Effect": "Allow", "Action": ["s3:*", "iam:$0GetUser"], "Resource": "*"',
        '"Effect": "Deny", "Action": "iam:*", "Resource": "*"',
      ),
      'Remove "iam:GetUser"',
      policy(
        '"Effect": "Allow", "Action": ["s3:*"], "Resource": "*"',
        '"Effect": "Deny", "Action": "iam:*", "Resource": "*"',
      ),
    ));
});
