import { describe, test } from 'node:test';
import { keyNeverPresentForPolicyType } from '../../../server/src/rules/condition/key-never-present-for-policy-type.ts';
import { checkRule } from '../../support/check.ts';

describe('key-never-present-for-policy-type', () => {
  test('reports keys of services in policies for identities', () => {
    for (const policyType of ['identity', 'scp', 'boundary', 'session'] as const) {
      checkRule(
        keyNeverPresentForPolicyType,
        `{ "Statement": [{
  "Action": "s3:*",
  "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:s3:::a" }, "StringNotEquals": { "aws:SourceAccount": "111122223333" } }
//                            ^^^^^^^^^^^^^^^ Only services send "aws:SourceArn", and this policy is not for them. This test never holds.
//                                                                                      ^^^^^^^^^^^^^^^^^^^ Only services send "aws:SourceAccount", and this policy is not for them. This test always holds.
}] }`,
        { policyType },
      );
    }
  });

  test('reports claims outside the calls that carry them', () =>
    checkRule(
      keyNeverPresentForPolicyType,
      `{ "Statement": [{
  "Action": "s3:*",
  "Condition": { "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml", "token.actions.githubusercontent.com:ref": "a" } }
//                                 ^^^^^^^^^^ "SAML:aud" exists only while a role is assumed with SAML. This test never holds.
//                                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "token.actions.githubusercontent.com:ref" exists only while a role is assumed with a token. This test never holds.
}] }`,
      { policyType: 'identity' },
    ));

  test('reports what unsigned calls lack in a trust policy', () =>
    checkRule(
      keyNeverPresentForPolicyType,
      `{ "Statement": [{
  "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
  "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "true" }, "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "saml:iss": "a" } }
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Who assumes a role with a token signs nothing, so "aws:MultiFactorAuthPresent" is absent. This test always holds.
//                                                                                           ^^^^^^^^^^^^^^^^^^^^ Who assumes a role with a token signs nothing, so "aws:PrincipalOrgID" is absent. This test never holds.
}] }`,
      { policyType: 'trust' },
    ));

  test('reports claims of SAML in a trust policy for other calls', () =>
    checkRule(
      keyNeverPresentForPolicyType,
      `{ "Statement": [{
  "Action": "sts:AssumeRole",
  "Condition": { "StringEquals": { "saml:aud": "https://signin.aws.amazon.com/saml" } }
//                                 ^^^^^^^^^^ "saml:aud" exists only while a role is assumed with SAML. This test never holds.
}] }`,
      { policyType: 'trust' },
    ));

  test('is silent on claims where the calls are, and on those that stay with the session', () => {
    checkRule(
      keyNeverPresentForPolicyType,
      `{ "Statement": [{
  "Action": "sts:AssumeRole*",
  "Condition": { "StringEquals": { "saml:aud": "a", "token.actions.githubusercontent.com:ref": "b", "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }
}] }`,
      { policyType: 'trust' },
    );
    checkRule(
      keyNeverPresentForPolicyType,
      `{ "Statement": [{
  "Action": "s3:*",
  "Condition": { "StringEquals": { "saml:sub": "a", "accounts.google.com:aud": "b", "cognito-identity.amazonaws.com:sub": "c", "www.amazon.com:user_id": "d" } }
}, {
  "NotAction": "s3:*",
  "Condition": { "StringEquals": { "saml:aud": "a" }, "Null": { "aws:SourceArn": "true" } }
}] }`,
      { policyType: 'identity' },
    );
  });

  test('is silent on keys of services where services call', () => {
    for (const policyType of ['resource', 'trust', 'rcp', 'endpoint'] as const) {
      checkRule(
        keyNeverPresentForPolicyType,
        '{ "Statement": [{ "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } } }] }',
        { policyType },
      );
    }
  });
});
