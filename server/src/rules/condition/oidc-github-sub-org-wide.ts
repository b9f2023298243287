import { escapeSnippet } from '../../base/snippet.ts';
import { type AcceptedSubject, acceptedSubjects } from '../../reasoning/github-subjects.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * `repo:octo-org/*` lets every repository of the owner assume the role, and with it everybody who may write to one of
 * them. `repo:octo-org/app:*` stops at the repository, but takes its branches, tags and pull requests alike. AWS
 * recommends the branch, and GitHub the environment, which can ask for an approval.
 *
 * Silent where another claim names the repository, the branch or the environment.
 */
export const oidcGithubSubOrgWide = defineRule({
  id: 'oidc-github-sub-org-wide',
  scope: 'statement',
  mentions: ['githubusercontent'],
  severity: 'warning',
  category: 'security',
  summary: 'More of a GitHub owner matches than one branch',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub',
  equivalents: { accessAnalyzer: ['SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED'] },
  policyTypes: ['trust'],
  examples: [
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": "repo:octo-org/*" } }',
      good: '"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": "repo:octo-org/REPO:ref:refs/heads/main" } }',
    },
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": "repo:octo-org/app:*" } }',
      good: '"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": "repo:octo-org/app:ref:refs/heads/main" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const subject of acceptedSubjects(statement, catalogue)) {
      const { value, reach, owner } = subject;
      if (!owner || (reach !== 'owner' && reach !== 'repository')) continue;
      yield {
        range: value.range,
        message:
          reach === 'owner'
            ? `"${value.text}" lets every repository of "${owner}" assume this role.`
            : `"${value.text}" takes every branch, tag and pull request.`,
        ...(reach === 'repository' ? { severity: 'information' as const } : {}),
        fixes: () => [
          narrowed(subject, 'Name the branch', 'ref:refs/heads/${2:main}'),
          narrowed(subject, 'Name the environment', 'environment:${2:production}'),
        ],
      };
    }
  },
});

function narrowed({ value, owner, repository }: AcceptedSubject, title: string, rest: string): Fix {
  const name = repository === undefined ? '${1:REPO}' : escapeSnippet(repository);
  const newText = `"repo:${escapeSnippet(owner ?? '')}/${name}:${rest}"`;
  return { title, keepsAccess: false, isSnippet: true, edits: [{ range: value.range, newText }] };
}
