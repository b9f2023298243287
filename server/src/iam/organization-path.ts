import { isOrganizationalUnitId, isOrganizationId, isRootId } from './aws-id.ts';

/**
 * Whether a text can match an Organizations path, `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/`: the organization, its root,
 * the organizational units down to the one that holds the account, each with a slash behind it. `hasWildcards` says
 * that `*` and `?` are wildcards.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed-view-data-orgs.html#access_policies_last-accessed-viewing-orgs-entity-path
 */
export function isOrganizationPath(text: string, hasWildcards: boolean): boolean {
  const segments = text.split('/');
  const isPattern = (segment: string): boolean => hasWildcards && /[*?]/.test(segment);
  // Behind a `*` segments may follow that belong to any level.
  const known = segments.findIndex(isPattern);
  const literal = known < 0 ? segments.slice(0, -1) : segments.slice(0, known);
  const fits = literal.every((segment, index) => LEVELS[Math.min(index, 2)]?.(segment));
  return fits && (known >= 0 || (segments.length > 1 && segments.at(-1) === ''));
}

const LEVELS: readonly ((segment: string) => boolean)[] = [
  isOrganizationId,
  isRootId,
  isOrganizationalUnitId,
];
