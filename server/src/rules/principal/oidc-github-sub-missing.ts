import { addConditions } from '../../policy/condition-edit.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { ConditionEntry, Statement } from '../../policy/statement.ts';
import { GITHUB_ISSUER, githubClaim, TENANCY_CLAIMS, trustedGithub } from '../../reasoning/github-trust.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * All workflows of GitHub get their tokens from the same issuer, and anyone can ask for the audience
 * `sts.amazonaws.com`. Without a condition on the subject (or on the id of the repository or of its owner) a workflow
 * in a stranger's repository can assume the role. IAM has begun to refuse such roles; older ones stay as
 * they are.
 *
 * Issuers of GitHub Enterprise Server belong to one company and are left alone.
 */
export const oidcGithubSubMissing = defineRule({
  id: 'oidc-github-sub-missing',
  scope: 'statement',
  mentions: ['githubusercontent'],
  severity: 'warning',
  category: 'security',
  summary: 'Every GitHub repository can assume the role',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub',
  equivalents: { accessAnalyzer: ['MISSING_GITHUB_REPO_CONDITION_KEY'] },
  policyTypes: ['trust'],
  examples: [
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } }',
      good: '"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com", "token.actions.githubusercontent.com:sub": "repo:ORG/REPO:ref:refs/heads/main" } }',
    },
  ],

  *check({ statement }) {
    const provider = statement.isBroken ? undefined : trustedGithub(statement);
    if (!provider || !isConditionKnown(statement) || statement.conditions.some(namesTenant)) return;

    yield {
      range: provider.range,
      message: 'Any GitHub repository can assume this role: no condition tests the subject of the token.',
      fixes: () => nameRepository(statement),
    };
  },
});

function isConditionKnown(statement: Statement): boolean {
  const condition = statement.element('Condition')?.value;
  if (!condition) return true;
  return condition.kind === 'object' && condition.members.every(({ value }) => value?.kind === 'object');
}

/** A key whose issuer is filled in later may be the one. */
function namesTenant({ operator, key }: ConditionEntry): boolean {
  if (/^null$/i.test(operator.text)) return false;
  const filledIn = isDynamic(key.text) ? key.text.slice(key.text.lastIndexOf(':') + 1).toLowerCase() : '';
  return TENANCY_CLAIMS.has(githubClaim(key.text) ?? filledIn);
}

function nameRepository(statement: Statement): readonly Fix[] {
  const hasAudience = statement.conditions.some(
    ({ key }) => key.text.toLowerCase() === `${GITHUB_ISSUER}:aud`,
  );
  const edit = addConditions(statement, 'StringEquals', {
    ...(hasAudience ? {} : { [`${GITHUB_ISSUER}:aud`]: 'sts.amazonaws.com' }),
    [`${GITHUB_ISSUER}:sub`]: 'repo:${1:ORG}/${2:REPO}:ref:refs/heads/${3:main}',
  });
  if (!edit) return [];
  return [
    { title: 'Insert a condition on the repository', keepsAccess: false, isSnippet: true, edits: [edit] },
  ];
}
