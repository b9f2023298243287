import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sourceKeyWithNonServicePrincipal } from '../../../server/src/rules/condition/source-key-with-non-service-principal.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

const OPTIONS = { policyType: 'resource' } as const;
const allow = (principal: string, tests: string): string =>
  `{ "Statement": { "Effect": "Allow", "Principal": ${principal}, "Condition": ${tests} } }`;

describe('source-key-with-non-service-principal', () => {
  test('reports keys that users, roles and accounts never send', () =>
    checkRule(
      sourceKeyWithNonServicePrincipal,
      `{ "Statement": [{
  "Effect": "Allow", "Principal": { "AWS": ["111122223333", "arn:aws:iam::\${account}:role/a"] },
  "Condition": {
    "StringEquals": { "aws:SourceAccount": "111122223333" },
//                    ^^^^^^^^^^^^^^^^^^^ Only services send "aws:SourceAccount", and none is a Principal here. The statement never applies.
    "ArnLikeIfExists": { "aws:SourceArn": "arn:aws:s3:::a" }
//                       ^^^^^^^^^^^^^^^ Only services send "aws:SourceArn", and none is a Principal here. The test always holds.
  }
}] }`,
      OPTIONS,
    ));

  test('is silent where a service may call', () => {
    const tests = '{ "ArnLike": { "aws:SourceArn": "arn:aws:sns:us-east-1:111122223333:topic" } }';
    for (const principal of [
      '"*"',
      '{ "AWS": "*" }',
      '{ "Service": "sns.amazonaws.com" }',
      '{ "AWS": "111122223333", "Service": "sns.amazonaws.com" }',
      '{ "AWS": { "Ref": "Principal" } }',
      '{ "AWS": "${principal}" }',
    ]) {
      checkRule(sourceKeyWithNonServicePrincipal, allow(principal, tests), OPTIONS);
    }
  });

  test('is silent on Deny, on Null and on keys of callers', () => {
    const named = '{ "AWS": "111122223333" }';
    checkRule(
      sourceKeyWithNonServicePrincipal,
      allow(named, '{ "StringEquals": { "aws:SourceAccount": "111122223333" } }').replace('Allow', 'Deny'),
      OPTIONS,
    );
    checkRule(
      sourceKeyWithNonServicePrincipal,
      allow(
        named,
        '{ "Null": { "aws:SourceArn": "true" }, "StringEquals": { "aws:SourceVpc": "vpc-1a2b3c4d" } }',
      ),
      OPTIONS,
    );
  });

  test('takes the ARN of a role for that of the caller', () =>
    checkFix(
      sourceKeyWithNonServicePrincipal,
      allow(
        '{ "AWS": "111122223333" }',
        '{ "ArnLike": { "aws:sourcearn": "arn:aws:iam::111122223333:role/a" } }',
      ),
      'Change to "aws:PrincipalArn"',
      allow(
        '{ "AWS": "111122223333" }',
        '{ "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/a" } }',
      ),
      OPTIONS,
    ));

  test('reports the ARN of a user, role or session, whoever is the Principal', () =>
    checkRule(
      sourceKeyWithNonServicePrincipal,
      `{ "Statement": [{ "Effect": "Allow", "Principal": "*", "Condition": { "ArnEquals": {
  "aws:SourceArn": ["arn:aws:iam::111122223333:user/ana", "arn:aws:iam::*:role/\${aws:PrincipalTag/team}"]
//^^^^^^^^^^^^^^^ Services send "aws:SourceArn" with the ARN of a resource, never of a user or role.
} } }, { "Effect": "Deny", "Principal": { "AWS": "111122223333" }, "Condition": { "StringNotLike": {
  "AWS:SourceArn": "arn:aws:sts::111122223333:assumed-role/app/*"
//^^^^^^^^^^^^^^^ Services send "AWS:SourceArn" with the ARN of a resource, never of a user or role.
} } }, { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Condition": { "ArnLike": {
  "aws:SourceArn": "arn:aws:iam::111122223333:role/app"
//^^^^^^^^^^^^^^^ Services send "aws:SourceArn" with the ARN of a resource, never of a user or role.
} } }] }`,
      OPTIONS,
    ));

  test('is silent on other ARNs of IAM, on a resource beside a role, and on patterns that reach resources', () => {
    for (const values of [
      '"arn:aws:iam::111122223333:oidc-provider/example.com"',
      '["arn:aws:iam::111122223333:role/app", "arn:aws:s3:::a"]',
      '"arn:aws:*::111122223333:role/app"',
      '"arn:aws:iam::111122223333:*"',
      '"*"',
      '[]',
    ]) {
      checkRule(
        sourceKeyWithNonServicePrincipal,
        allow('"*"', `{ "ArnLike": { "aws:SourceArn": ${values} } }`),
        OPTIONS,
      );
    }
  });

  test('asks about the caller where there may be one', () => {
    const policy = (key: string, principal: string): string =>
      allow(principal, `{ "ArnLike": { "${key}": "arn:aws:iam::111122223333:role/a" } }`);
    checkFix(
      sourceKeyWithNonServicePrincipal,
      policy('aws:SourceArn', '"*"'),
      'Change to "aws:PrincipalArn"',
      policy('aws:PrincipalArn', '"*"'),
      OPTIONS,
    );
    const ofService = policy('aws:SourceArn', '{ "Service": "sns.amazonaws.com" }');
    assert.deepEqual(fixTitles(sourceKeyWithNonServicePrincipal, ofService, OPTIONS), []);
  });

  test('does not take principals away for ARNs of several services', () =>
    assert.deepEqual(
      fixTitles(
        sourceKeyWithNonServicePrincipal,
        allow(
          '{ "AWS": "111122223333" }',
          '{ "ArnLike": { "aws:SourceArn": ["arn:aws:sns:us-east-1:111122223333:a", "arn:aws:s3:::a"] } }',
        ),
        OPTIONS,
      ),
      [],
    ));

  test('leaves a principal under a misspelt type to the rule about types', () =>
    checkRule(
      sourceKeyWithNonServicePrincipal,
      '{ "Statement": { "Effect": "Allow", "Principal": { "Servcie": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:sns:us-east-1:111122223333:topic" } } } }',
    ));
});
