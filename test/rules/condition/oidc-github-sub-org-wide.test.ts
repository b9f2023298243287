import { describe, test } from 'node:test';
import { oidcGithubSubOrgWide } from '../../../server/src/rules/condition/oidc-github-sub-org-wide.ts';
import { checkFix, checkRule } from '../../support/check.ts';
import { githubTrust } from '../../support/github-trust.ts';

const TRUST = { policyType: 'trust' } as const;

describe('oidc-github-sub-org-wide', () => {
  test('reports subjects that hold for all repositories of an owner, or for all of one repository', () =>
    checkRule(
      oidcGithubSubOrgWide,
      githubTrust(`"StringLike": { "token.actions.githubusercontent.com:sub": [
      "repo:octo-org/*:environment:production",
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "repo:octo-org/*:environment:production" lets every repository of "octo-org" assume this role.
      "repo:octo-org/app*",
//    ^^^^^^^^^^^^^^^^^^^^ "repo:octo-org/app*" takes every branch, tag and pull request.
      "repo:octo-org/app:ref:refs/heads/release/*", "repo:octo-org/app:pull_request"] }`),
      TRUST,
    ));

  test('leaves subjects that reach farther to the rule about strangers', () =>
    checkRule(
      oidcGithubSubOrgWide,
      githubTrust('"StringLike": { "token.actions.githubusercontent.com:sub": ["*", "repo:octo-org*"] }'),
      TRUST,
    ));

  test('is silent where another claim says more than the owner', () => {
    const wide = '"StringLike": { "token.actions.githubusercontent.com:sub": "repo:octo-org/*" }';
    const exact = (claim: string): string =>
      `"StringEquals": { "token.actions.githubusercontent.com:${claim}": "1" }`;
    for (const claim of ['repository_id', 'environment', 'ref'])
      checkRule(oidcGithubSubOrgWide, githubTrust(`${wide}, ${exact(claim)}`), TRUST);
    checkRule(
      oidcGithubSubOrgWide,
      githubTrust(`${exact('repository_owner_id')}, "StringLike": { "token.actions.githubusercontent.com:sub":
      "repo:octo-org/*"
//    ^^^^^^^^^^^^^^^^^ "repo:octo-org/*" lets every repository of "octo-org" assume this role.
}`),
      TRUST,
    );
  });

  test('keeps the repository and asks for a branch or an environment', () => {
    const policy = (subject: string): string =>
      githubTrust(`"StringLike": { "token.actions.githubusercontent.com:sub": "${subject}" }`);
    const wide = policy('repo:octo-org/app:*');
    const branch = policy('repo:octo-org/app:ref:refs/heads/main');
    checkFix(oidcGithubSubOrgWide, wide, 'Name the branch', branch, TRUST);
    const environment = policy('repo:octo-org/app:environment:production');
    checkFix(oidcGithubSubOrgWide, wide, 'Name the environment', environment, TRUST);
  });
});
