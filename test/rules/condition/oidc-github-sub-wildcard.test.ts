import { describe, test } from 'node:test';
import { oidcGithubSubWildcard } from '../../../server/src/rules/condition/oidc-github-sub-wildcard.ts';
import { checkFix, checkRule } from '../../support/check.ts';
import { githubTrust } from '../../support/github-trust.ts';

const TRUST = { policyType: 'trust' } as const;

describe('oidc-github-sub-wildcard', () => {
  test('reports patterns that do not fix the owner, and claims that anyone chooses', () =>
    checkRule(
      oidcGithubSubWildcard,
      githubTrust(`"StringLike": { "token.actions.githubusercontent.com:sub": [
      "*",
//    ^^^ "*" also matches repositories of strangers, who can then assume this role.
      "repo:*/app:ref:refs/heads/main",
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "repo:*/app:ref:refs/heads/main" also matches repositories of strangers, who can then assume this role.
      "repo:octo-org*",
//    ^^^^^^^^^^^^^^^^ "repo:octo-org*" also matches repositories of strangers, who can then assume this role.
      "*octo-org/app*",
//    ^^^^^^^^^^^^^^^^ "*octo-org/app*" also matches repositories of strangers, who can then assume this role.
      "environment:production",
//    ^^^^^^^^^^^^^^^^^^^^^^^^ "environment:production" names no owner, so a workflow of anyone can present it.
      "repo:octo-org/app:*"] }`),
      TRUST,
    ));

  test('is silent where the owner is written out, whatever stands behind', () => {
    for (const subject of [
      'repo:octo-org/*',
      'repo:octo-org/*:ref:refs/heads/main',
      'repo:octo-org@1234/app@5678:*',
      'repository_owner_id:1234:*',
      'environment:production:repository_owner:octo-org:*',
      'repo:${owner}/*',
    ]) {
      checkRule(
        oidcGithubSubWildcard,
        githubTrust(`"StringLike": { "token.actions.githubusercontent.com:sub": "${subject}" }`),
        TRUST,
      );
    }
  });

  test('is silent where another claim, or another test of the subject, names the owner', () => {
    const all = '"StringLike": { "token.actions.githubusercontent.com:sub": "repo:*" }';
    for (const other of [
      'repository_owner_id": "1234"',
      'sub": "repo:octo-org/app:environment:production"',
    ]) {
      const exact = `"StringEquals": { "token.actions.githubusercontent.com:${other} }`;
      checkRule(oidcGithubSubWildcard, githubTrust(`${all}, ${exact}`), TRUST);
    }
  });

  test('reads operators without wildcards, negated ones and other issuers as what they are', () => {
    const like = '"StringLike": { "token.actions.githubusercontent.com:sub": "repo:*" }';
    checkRule(oidcGithubSubWildcard, githubTrust(like.replace('StringLike', 'StringEquals')), TRUST);
    checkRule(oidcGithubSubWildcard, githubTrust(like.replace('StringLike', 'StringNotLike')), TRUST);
    const other = githubTrust(like).replace('oidc-provider/token.actions', 'oidc-provider/other.actions');
    checkRule(oidcGithubSubWildcard, other, TRUST);
    checkRule(oidcGithubSubWildcard, githubTrust(like).replace('Allow', 'Deny'), TRUST);
  });

  test('asks for the repository of the owner that is begun', () => {
    const policy = (subject: string): string =>
      githubTrust(`"StringLike": { "token.actions.githubusercontent.com:sub": "${subject}" }`);
    const title = 'Name the repository';
    const after = policy('repo:octo-org/REPO:ref:refs/heads/main');
    checkFix(oidcGithubSubWildcard, policy('repo:octo-org*'), title, after, TRUST);
    const unnamed = policy('repo:ORG/REPO:ref:refs/heads/main');
    checkFix(oidcGithubSubWildcard, policy('*'), title, unnamed, TRUST);
  });
});
