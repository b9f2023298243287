import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { variableAbsentForPrincipal } from '../../../server/src/rules/statement/variable-absent-for-principal.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('variable-absent-for-principal', () => {
  test('reports the variable', () =>
    checkRule(
      variableAbsentForPrincipal,
      `{ "Statement": [{ "Principal": { "Service": "ec2.amazonaws.com", "Federated": "cognito-identity.amazonaws.com" },
      "Resource": "arn:aws:s3:::home/\${aws:username}/\${aws:PrincipalTag/team}" }] }
//                                   ^^^^^^^^^^^^^^^ "aws:username" is not in requests of AWS services; this is never filled in.
`,
    ));

  test('knows which principals have the key', () => {
    const count = (principal: string, variable: string): number =>
      findings(
        variableAbsentForPrincipal,
        `{ "Statement": { "Principal": ${principal}, "Resource": "arn:aws:s3:::home/\${${variable}}" } }`,
      ).length;
    const role = '{ "AWS": "arn:aws:sts::111122223333:assumed-role/app/session" }';
    const user = '{ "AWS": "arn:aws:iam::111122223333:user/anna" }';
    assert.equal(count(role, 'aws:username'), 1);
    assert.equal(count(user, 'aws:username'), 0);
    assert.equal(count(user, 'aws:SourceIdentity'), 1);
    assert.equal(count(role, 'aws:SourceIdentity'), 0);
    assert.equal(count('{ "Service": "ec2.amazonaws.com" }', 'aws:PrincipalTag/team'), 1);
    assert.equal(count(role, "aws:username, 'none'"), 0);
    assert.equal(
      count(
        `{ "AWS": ["arn:aws:iam::111122223333:user/a", "arn:aws:iam::111122223333:role/b"] }`,
        'aws:username',
      ),
      0,
    );
  });

  test('is silent where the principal may be of several kinds', () => {
    for (const principal of [
      '"*"',
      '{ "AWS": "*" }',
      '{ "AWS": "111122223333" }',
      '{ "CanonicalUser": "79a5" }',
      '{}',
    ]) {
      checkRule(
        variableAbsentForPrincipal,
        `{ "Statement": { "Principal": ${principal}, "Resource": "arn:aws:s3:::home/\${aws:username}" } }`,
      );
    }
    checkRule(
      variableAbsentForPrincipal,
      `{ "Statement": { "NotPrincipal": { "AWS": "arn:aws:iam::111122223333:role/b" }, "Resource": "\${aws:username}" } }`,
    );
  });

  test('is silent in identity-based policies', () =>
    checkRule(
      variableAbsentForPrincipal,
      `{ "Statement": { "Action": "s3:*", "Resource": "arn:aws:s3:::home/\${aws:username}" } }`,
    ));

  test('knows the caller from a condition', () => {
    const count = (condition: string): number =>
      findings(
        variableAbsentForPrincipal,
        `{ "Statement": { "Resource": "arn:aws:s3:::home/\${aws:username}", "Condition": ${condition} } }`,
      ).length;
    assert.equal(count('{ "StringEquals": { "aws:PrincipalType": "AssumedRole" } }'), 1);
    assert.equal(count('{ "ArnLike": { "aws:PrincipalArn": ["arn:aws:iam::*:role/*"] } }'), 1);
    assert.equal(count('{ "StringEquals": { "aws:PrincipalType": ["AssumedRole", "User"] } }'), 0);
    assert.equal(count('{ "StringNotEquals": { "aws:PrincipalType": "AssumedRole" } }'), 0);
    assert.equal(count('{ "StringEqualsIfExists": { "aws:PrincipalType": "AssumedRole" } }'), 0);
    assert.equal(count('{ "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::*:*" } }'), 0);
    assert.equal(count('{ "ArnLike": { "aws:SourceArn": "arn:aws:iam::*:role/*" } }'), 0);
  });

  test('offers a tag, the unique id and a default', () => {
    const policy = `{ "Statement": { "Principal": { "AWS": "arn:aws:iam::111122223333:role/b" }, "Resource": "arn:aws:s3:::\${aws:username}/*" } }`;
    assert.deepEqual(fixTitles(variableAbsentForPrincipal, policy), [
      'Use a tag of the caller',
      'Change to "arn:aws:s3:::${aws:userid}/*"',
      'Give the variable a default',
    ]);
    checkFix(
      variableAbsentForPrincipal,
      policy,
      'Give the variable a default',
      policy.replace('aws:username', "aws:username, 'none'"),
    );
  });
});
