import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { principalAwsValue } from '../../../server/src/rules/principal/principal-aws-value.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('principal-aws-value', () => {
  test('reports the string of a list', () =>
    checkRule(
      principalAwsValue,
      `{ "Statement": { "Principal": { "AWS": [ "111122223333",
      "arn:aws:iam::111122223333:group/Dev"
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "group/Dev" is a group, and groups are no principals.
] } } }`,
      TRUST,
    ));

  test('accepts every form that AWS documents', () => {
    for (const text of [
      '*',
      '111122223333',
      'arn:aws:iam::111122223333:root',
      'arn:aws-cn:iam::111122223333:role/path/app',
      'arn:aws-us-gov:iam::111122223333:user/Bob',
      'arn:aws:sts::111122223333:assumed-role/app/session',
      'arn:aws:sts::111122223333:federated-user/Bob',
      'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E15MNIMTCFKK4C',
    ]) {
      checkRule(principalAwsValue, policyWith(text), TRUST);
    }
  });

  test('leaves wildcards, ids, variables, white space and what is filled in later to others', () => {
    for (const text of [
      'arn:aws:iam::111122223333:role/*',
      'AROADBQP57FF2AEXAMPLE',
      'arn:aws:iam::${aws:PrincipalAccount}:root',
      'arn:aws:iam::111122223333:root ',
      'arn:aws:iam::${account}:root',
      'arn:aws:iam::<account-id>:root',
      '{{ principal }}',
    ]) {
      checkRule(principalAwsValue, policyWith(text), TRUST);
    }
    checkRule(
      principalAwsValue,
      '{ "Statement": { "Principal": { "Service": "ec2", "AWS": [1, null] } } }',
      TRUST,
    );
  });

  test('says what each of the others is', () => {
    const claims = {
      '': 'An empty string names nobody.',
      '1111-2222-3333': '"1111-2222-3333" is no account id; it must have 12 digits.',
      Admin: '"Admin" is no ARN; name an account, role or user by its ARN.',
      'arn:asw:iam::111122223333:root': '"asw" is no partition of AWS.',
      'arn:aws:iam:eu-west-1:111122223333:root':
        'ARNs of principals have no Region, so "eu-west-1" must not be there.',
      'arn:aws:iam::11112222333:root': '"11112222333" is no account id; it must have 12 digits.',
      'arn:aws:iam::111122223333:instance-profile/app':
        '"instance-profile/app" is an instance profile; name its role.',
      'arn:aws:iam::aws:policy/ReadOnlyAccess': '"aws" is no account id; it must have 12 digits.',
      'arn:aws:iam::111122223333:policy/app': '"policy/app" is a policy, and policies are no principals.',
      'arn:aws:sts::111122223333:assumed-role/app':
        '"assumed-role/app" names no session; for all sessions name the role.',
      'arn:aws:s3:::bucket': '"arn:aws:s3:::bucket" is a resource, and resources are no principals.',
      'arn:aws:iam::111122223333:saml-provider/corp':
        '"arn:aws:iam::111122223333:saml-provider/corp" is an identity provider, so it belongs under "Federated".',
      'arn:aws:iam::111122223333:role/': '"role/" lacks a name.',
      'arn:aws:iam::111122223333:assumed-role/app/me': '"assumed-role/app/me" belongs to sts, not to iam.',
      'arn:aws:iam::111122223333:thing/x': '"thing/x" is no account, role, user or session.',
    };
    for (const [text, message] of Object.entries(claims)) {
      assert.deepEqual(
        findings(principalAwsValue, policyWith(text), TRUST).map((finding) => finding.message),
        [message],
      );
    }
  });

  test('only informs about words for what is to be filled in', () => {
    const found = findings(
      principalAwsValue,
      '{ "Statement": { "Principal": { "AWS": ["arn:aws:iam::ACCOUNT_ID:root", "your-account-id", "ROLE_ARN"] } } }',
      { policyType: 'resource' },
    );
    assert.deepEqual(
      found.map(({ severity, message }) => `${severity}: ${message}`),
      [
        'information: "ACCOUNT_ID" stands for an account id; it has to be filled in.',
        'information: "your-account-id" stands for an account id; it has to be filled in.',
        'information: "ROLE_ARN" stands for an ARN; it has to be filled in.',
      ],
    );
  });

  test('repairs what can be meant in one way only', () => {
    const repaired = {
      '1111-2222-3333': '111122223333',
      '11122223333': '011122223333',
      '111122223333:root': 'arn:aws:iam::111122223333:root',
      'arn:aws:iam::111122223333': 'arn:aws:iam::111122223333:root',
      'arn:aws:iam:111122223333:root': 'arn:aws:iam::111122223333:root',
      'arn:aws:iam:111122223333::root': 'arn:aws:iam::111122223333:root',
      'arn:asw:iam::111122223333:root': 'arn:aws:iam::111122223333:root',
      'arn:aws:IAM::111122223333:root': 'arn:aws:iam::111122223333:root',
      'arn:aws:iam:us-east-1:111122223333:role/app': 'arn:aws:iam::111122223333:role/app',
      'arn:aws:iam::1111-2222-3333:role/app': 'arn:aws:iam::111122223333:role/app',
      'arn:aws:iam::111122223333:Root': 'arn:aws:iam::111122223333:root',
      'arn:aws:iam::111122223333:roles/app': 'arn:aws:iam::111122223333:role/app',
      'arn:aws:iam::111122223333:User/Bob': 'arn:aws:iam::111122223333:user/Bob',
      'arn:aws:sts::111122223333:assumed-role/app': 'arn:aws:iam::111122223333:role/app',
      'arn:aws:sts::111122223333:role/app': 'arn:aws:iam::111122223333:role/app',
    };
    for (const [text, after] of Object.entries(repaired)) {
      assert.equal(fixTitles(principalAwsValue, policyWith(text), TRUST)[0], `Change to "${after}"`, text);
      checkRule(principalAwsValue, policyWith(after), TRUST);
    }
  });

  test('moves a service into a list of services', () =>
    checkFix(
      principalAwsValue,
      '{ "Statement": { "Principal": { "AWS": ["111122223333", "ec2.amazonaws.com"], "Service": "ssm.amazonaws.com" } } }',
      'Move to "Service"',
      '{ "Statement": { "Principal": { "AWS": ["111122223333"], "Service": ["ssm.amazonaws.com", "ec2.amazonaws.com"] } } }',
      TRUST,
    ));

  test('moves an identity provider to a type that is not there yet', () =>
    checkFix(
      principalAwsValue,
      '{ "Statement": { "Principal": { "AWS": ["111122223333", "accounts.google.com"] } } }',
      'Move to "Federated"',
      '{ "Statement": { "Principal": { "AWS": ["111122223333"], "Federated": "accounts.google.com" } } }',
      TRUST,
    ));

  test('asks for the account of a role', () =>
    checkFix(
      principalAwsValue,
      policyWith('role/app'),
      'Name a role instead',
      policyWith('arn:aws:iam::111122223333:role/app'),
      TRUST,
    ));
});

const TRUST = { policyType: 'trust' } as const;

const policyWith = (text: string): string => `{ "Statement": { "Principal": { "AWS": "${text}" } } }`;
