import { escapeSnippet } from '../../base/snippet.ts';
import { acceptedSubjects } from '../../reasoning/github-subjects.ts';
import { defineRule } from '../rule.ts';

/**
 * The subject of a token of GitHub Actions begins with the owner of the repository, as in `repo:octo-org/app:…`. A
 * pattern that leaves the owner open, or does not end its name with a slash, also matches repositories of strangers:
 * everybody can register `octo-org-2`. Owners may let their subjects begin with other claims, but branches, environments
 * and workflows have the names that their authors choose.
 *
 * Another claim that names the repository or its owner makes up for it. For patterns within one owner see
 * `oidc-github-sub-org-wide`.
 */
export const oidcGithubSubWildcard = defineRule({
  id: 'oidc-github-sub-wildcard',
  scope: 'statement',
  mentions: ['githubusercontent'],
  severity: 'warning',
  category: 'security',
  summary: 'Repositories of strangers match the subject',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub',
  equivalents: {
    accessAnalyzer: ['SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED', 'WILDCARD_USAGE_TOO_PERMISSIVE'],
  },
  policyTypes: ['trust'],
  examples: [
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": "repo:octo-org*" } }',
      good: '"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": "repo:octo-org/REPO:ref:refs/heads/main" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const { value, reach } of acceptedSubjects(statement, catalogue)) {
      if (reach !== 'anyone') continue;
      const isPattern = /[*?]/.test(value.text);
      yield {
        range: value.range,
        message: isPattern
          ? `"${value.text}" also matches repositories of strangers, who can then assume this role.`
          : `"${value.text}" names no owner, so a workflow of anyone can present it.`,
        fixes: () => {
          const owner = /^repo:([\w-]+)/.exec(value.text)?.[1] ?? 'ORG';
          const subject = `repo:\${1:${escapeSnippet(owner)}}/\${2:REPO}:ref:refs/heads/\${3:main}`;
          const edits = [{ range: value.range, newText: `"${subject}"` }];
          return [{ title: 'Name the repository', keepsAccess: false, isSnippet: true, edits }];
        },
      };
    }
  },
});
