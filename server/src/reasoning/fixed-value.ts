import { parseArn } from '../iam/arn.ts';
import type { BoundingShape } from './bounding-key.ts';

/**
 * Whether a condition value stands for particular callers only. Without `hasWildcards` a `*` is an ordinary
 * character.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function isFixedValue(
  text: string,
  shape: Exclude<BoundingShape, 'flag'>,
  hasWildcards: boolean,
): boolean {
  if (shape === 'cidr') return isNarrowRange(text);
  const pattern = text.replace(OWNERS_VARIABLE, 'owner');
  if (pattern.includes('${')) return false;
  if (!hasWildcards || !/[*?]/.test(pattern)) return true;
  return FIXED_PATTERN[shape](pattern);
}

/** Its value is chosen by whoever owns the resource: as good as a fixed one. */
const OWNERS_VARIABLE = /\$\{aws:Resource(?:Account|OrgID|OrgPaths|Tag\/[^}]*)\}/gi;

/** For patterns, which have at least one wildcard. */
const FIXED_PATTERN: Readonly<Record<Exclude<BoundingShape, 'flag' | 'cidr'>, (pattern: string) => boolean>> =
  {
    name: () => false,
    orgPath: (pattern) => literalStart(pattern).includes('/'),
    userId: (pattern) =>
      literalStart(pattern).includes(':') || literalStart(pattern).length >= UNIQUE_ID_LENGTH,
    arn: isFixedArn,
  };

/** The least that IAM's API reference gives for the unique id of a user or role. */
const UNIQUE_ID_LENGTH = 16;

function isFixedArn(pattern: string): boolean {
  const arn = parseArn(pattern);
  if (!arn) return false;
  if (arn.account !== '' && !/[*?]/.test(arn.account)) return true;
  return arn.service === 's3' && !/[*?]/.test(arn.resource);
}

/** S3 calls a policy public from ranges broader than /8, or /32 in IPv6. */
function isNarrowRange(text: string): boolean {
  const [address = '', bits] = text.split('/');
  if (address.includes('${')) return false;
  return bits === undefined || Number(bits) >= (address.includes(':') ? 32 : 8);
}

function literalStart(pattern: string): string {
  return /^[^*?]*/.exec(pattern)?.[0] ?? '';
}
