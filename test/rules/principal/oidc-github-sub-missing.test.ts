import { describe, test } from 'node:test';
import { oidcGithubSubMissing } from '../../../server/src/rules/principal/oidc-github-sub-missing.ts';
import { checkFix, checkRule } from '../../support/check.ts';

const TRUST = { policyType: 'trust' } as const;
const GITHUB = 'token.actions.githubusercontent.com';

const trust = (
  condition: string,
  issuer: string = GITHUB,
  action = 'sts:AssumeRoleWithWebIdentity',
): string =>
  `{ "Statement": [{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/${issuer}" }, "Action": "${action}"${condition} }] }`;

const when = (operator: string, claims: Readonly<Record<string, string>>): string =>
  `, "Condition": { "${operator}": { ${Object.entries(claims)
    .map(([claim, value]) => `"${GITHUB}:${claim}": "${value}"`)
    .join(', ')} } }`;

describe('oidc-github-sub-missing', () => {
  test('reports the provider where only the audience is tested', () =>
    checkRule(
      oidcGithubSubMissing,
      `{ "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Principal": { "Federated":
      "arn:aws-us-gov:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Any GitHub repository can assume this role: no condition tests the subject of the token.
}, "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } } }] }`,
      TRUST,
    ));

  test('is silent with a claim that names the repository, its owner or the person', () => {
    for (const claim of ['sub', 'SUB', 'repository_id', 'repository_owner_id', 'repository', 'actor_id']) {
      checkRule(oidcGithubSubMissing, trust(when('StringLike', { [claim]: 'x' })), TRUST);
    }
  });

  test('is silent on other issuers, other actions and Deny', () => {
    checkRule(oidcGithubSubMissing, trust('', 'github.example.com/_services/token'), TRUST);
    checkRule(oidcGithubSubMissing, trust('', `${GITHUB}/octo-enterprise`), TRUST);
    checkRule(oidcGithubSubMissing, trust('', GITHUB, 'sts:TagSession'), TRUST);
    checkRule(oidcGithubSubMissing, trust('').replace('Allow', 'Deny'), TRUST);
  });

  test('is silent where the condition is filled in later, or still being typed', () => {
    checkRule(oidcGithubSubMissing, trust(', "Condition": { "Fn::If": ["IsMain", {}, {}] }'), TRUST);
    checkRule(oidcGithubSubMissing, trust(', "Condition": { "StringEquals": { "Ref": "Claims" } }'), TRUST);
    checkRule(
      oidcGithubSubMissing,
      trust(', "Condition": { "StringEquals": { "${oidc_issuer}:sub": "repo:o/r:*" } }'),
      TRUST,
    );
    checkRule(oidcGithubSubMissing, trust('').slice(0, -4), TRUST);
  });

  test('inserts audience and subject where there is no condition', () =>
    checkFix(
      oidcGithubSubMissing,
      trust(''),
      'Insert a condition on the repository',
      trust(when('StringEquals', { aud: 'sts.amazonaws.com', sub: 'repo:ORG/REPO:ref:refs/heads/main' })),
      TRUST,
    ));

  test('adds the subject to the audience', () =>
    checkFix(
      oidcGithubSubMissing,
      trust(when('StringEquals', { aud: 'sts.amazonaws.com' })),
      'Insert a condition on the repository',
      trust(when('StringEquals', { aud: 'sts.amazonaws.com', sub: 'repo:ORG/REPO:ref:refs/heads/main' })),
      TRUST,
    ));
});
