import { matchesWildcard } from '../iam/wildcard.ts';
import type { Catalogue } from './catalogue.ts';

/**
 * True if the last of these pieces, fewer than the six of an ARN, ends in a wildcard that stands where the rest of a
 * real ARN may follow: `arn:aws:sns:us-*`, `arn:aws:rds:*`, but not `arn:aws:s3::bucket/*`.
 */
export function reachesResources(pieces: readonly string[], catalogue: Catalogue): boolean {
  const last = pieces.at(-1) ?? '';
  if (!last.endsWith('*')) return false;
  if (pieces.length === 2) return catalogue.partitions.some(({ id }) => matchesWildcard(last, id));
  const partition = pieces[1] ?? '';
  if (!/[*?]/.test(partition) && !catalogue.partition(partition)) return false;
  if (pieces.length === 3)
    return catalogue.arnNamespaces().some((namespace) => matchesWildcard(last, namespace));
  if (pieces.length === 5) return /^[\d*?]+$|^aws\*$/.test(last);
  return catalogue.partitions.some(({ regions }) => regions.some(({ id }) => matchesWildcard(last, id)));
}
