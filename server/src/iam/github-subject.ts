/**
 * Whose workflows a subject of GitHub's tokens may come from, for a pattern those of all that it matches: of `anyone`, of
 * every repository of one owner, of everything in one repository, or of less than that.
 */
export type SubjectReach = 'anyone' | 'owner' | 'repository' | 'less';

export interface GithubSubject {
  readonly reach: SubjectReach;
  /** Written out and ended by a slash; undefined where the reach is `anyone`, or the subject is of another form. */
  readonly owner: string | undefined;
  /** Written out up to the colon behind it. */
  readonly repository: string | undefined;
}

/**
 * Read a subject such as `repo:OWNER/REPOSITORY:ref:refs/heads/main`, in which `*` and `?` are wildcards if the operator
 * has them. Owners may let their subjects begin with other claims; those that anyone can choose reach `anyone`.
 *
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
export function githubSubject(text: string, hasWildcards: boolean): GithubSubject {
  const wild = hasWildcards ? text.search(/[*?]/) : -1;
  const literal = wild < 0 ? text : text.slice(0, wild);
  const [, owner, repository, rest] = /^repo:([^/:]+)\/(?:([^/:]+):)?(.*)$/s.exec(literal) ?? [];
  if (owner === undefined) return { reach: reachOfOther(literal, wild >= 0), owner, repository: undefined };
  if (wild < 0) return { reach: 'less', owner, repository };
  if (repository === undefined) return { reach: rest === '' ? 'owner' : 'repository', owner, repository };
  return {
    reach: rest === '' && /^[*?]+$/.test(text.slice(wild)) ? 'repository' : 'less',
    owner,
    repository,
  };
}

function reachOfOther(literal: string, isPattern: boolean): SubjectReach {
  const isOpen = isPattern && (literal.startsWith('repo:') || 'repo:'.startsWith(literal));
  return isOpen || (CHOSEN.test(literal) && !TENANT.test(literal)) ? 'anyone' : 'less';
}

/** Claims that the author of any workflow sets. */
const CHOSEN = /^(?:base_ref|context|environment|head_ref|ref|workflow):/;

const TENANT = /:(?:actor|enterprise|job_workflow_ref|repo|repository)(?:_id|_owner|_owner_id)?:/;
