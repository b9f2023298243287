import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { oidcKeyProviderMismatch } from '../../../server/src/rules/condition/oidc-key-provider-mismatch.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

const TRUST = { policyType: 'trust' } as const;

const policy = (principal: string, key: string): string =>
  `{ "Statement": { "Effect": "Allow", "Principal": { "Federated": ${principal} }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "${key}": "x" } } } }`;

const arn = (issuer: string): string => `"arn:aws:iam::111122223333:oidc-provider/${issuer}"`;

describe('oidc-key-provider-mismatch', () => {
  test('reports the key of another provider', () =>
    checkRule(
      oidcKeyProviderMismatch,
      `{ "Statement": { "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/gitlab.com" }, "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": { "StringEquals": { "gitlab.com:aud": "x" }, "StringLike": { "token.actions.githubusercontent.com:sub": "x" } }
//                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "token.actions.githubusercontent.com" is not the provider that this role trusts. No request has the key.
} }`,
      TRUST,
    ));

  test('compares the path, too, and takes over the one that is trusted', () => {
    const cluster = 'oidc.eks.eu-west-1.amazonaws.com/id/';
    checkFix(
      oidcKeyProviderMismatch,
      policy(arn(`${cluster}AAAA`), `${cluster}BBBB:sub`),
      `Change to "${cluster}AAAA:sub"`,
      policy(arn(`${cluster}AAAA`), `${cluster}AAAA:sub`),
      TRUST,
    );
  });

  test('accepts any of several providers, whatever its case, and providers that are trusted by domain', () => {
    for (const text of [
      policy(`[${arn('gitlab.com')}, ${arn('app.terraform.io')}]`, 'app.terraform.io:aud'),
      policy(arn('GitLab.com'), 'gitlab.com:sub'),
      policy('"accounts.google.com"', 'accounts.google.com:aud'),
    ]) {
      checkRule(oidcKeyProviderMismatch, text, TRUST);
    }
    assert.equal(
      fixTitles(oidcKeyProviderMismatch, policy('"accounts.google.com"', 'a.b.com:aud'), TRUST).length,
      1,
    );
  });

  test('is silent about other keys, other principals and what is filled in later', () => {
    for (const text of [
      policy(arn('gitlab.com'), 'aws:RequestTag/team'),
      policy(arn('gitlab.com'), 'sts:RoleSessionName'),
      policy(arn('${issuer}'), 'gitlab.com:aud'),
      policy(arn('gitlab.com'), '${issuer}:aud'),
      policy('"arn:aws:iam::111122223333:saml-provider/corp"', 'gitlab.com:aud'),
      policy(`${arn('gitlab.com')}, "AWS": "111122223333"`, 'github.com:aud'),
    ]) {
      checkRule(oidcKeyProviderMismatch, text, TRUST);
    }
    assert.deepEqual(
      findings(oidcKeyProviderMismatch, policy(arn('gitlab.com'), 'gitlab.org:aud'), { policyType: 'scp' }),
      [],
    );
  });
});
