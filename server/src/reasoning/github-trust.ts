import { memoized } from '../base/memo.ts';
import { matchesWildcard } from '../iam/wildcard.ts';
import type { Statement } from '../policy/statement.ts';
import { type StringValue, strings } from '../policy/value.ts';

/** The issuer of all tokens of GitHub Actions; servers of single companies have issuers of their own. */
export const GITHUB_ISSUER = 'token.actions.githubusercontent.com';

/** The provider of GitHub, where the statement lets its tokens assume a role. */
export const trustedGithub = memoized((statement: Statement): StringValue | undefined => {
  if (statement.effect !== 'Allow' || !allowsWebIdentity(statement)) return undefined;
  return statement.principals
    .filter(({ element, type }) => element === 'Principal' && type?.text === 'Federated')
    .flatMap(({ values }) => strings(values))
    .find(({ text }) => text.endsWith(`:oidc-provider/${GITHUB_ISSUER}`));
});

/** The claim of GitHub's tokens that a condition key holds, in small letters; undefined for other keys. */
export function githubClaim(key: string): string | undefined {
  const name = key.toLowerCase();
  return name.startsWith(`${GITHUB_ISSUER}:`) ? name.slice(GITHUB_ISSUER.length + 1) : undefined;
}

/** Claims that only certain repositories, owners, people or reusable workflows can present. */
export const TENANCY_CLAIMS: ReadonlySet<string> = new Set([
  'sub',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'enterprise_id',
  'actor',
  'actor_id',
  'job_workflow_ref',
]);

function allowsWebIdentity({ actions }: Statement): boolean {
  return actions.some(
    ({ element, text }) =>
      element === 'Action' && matchesWildcard(text.toLowerCase(), 'sts:assumerolewithwebidentity'),
  );
}
