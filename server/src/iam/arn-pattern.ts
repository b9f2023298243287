import { splitArn } from './arn.ts';
import { matchesWildcard } from './wildcard.ts';

/** True if ARN operators can match the text: six parts, of which the first may be `arn`. */
export function isArnPattern(text: string): boolean {
  const parts = splitArn(text);
  return parts.length === 6 && matchesWildcard(parts[0] ?? '', 'arn');
}

/** True for what begins as an ARN does but has fewer than six parts, so that ARN operators match it with nothing. */
export function isShortArn(text: string): boolean {
  const parts = splitArn(text);
  return parts.length > 1 && parts.length < 6 && parts[0] === 'arn';
}

/** True if a wildcard stands before the resource, where it ends at the colon only for ARN operators. */
export function hasWildcardBeforeResource(text: string): boolean {
  return splitArn(text)
    .slice(0, 5)
    .some((part) => /[*?]/.test(part));
}

/**
 * The short ARN with `*` for each part that is missing: behind what names the service, the Region or the account,
 * before what names the resource.
 */
export function filledArn(text: string): string {
  const parts = splitArn(text);
  const last = parts.at(-1) ?? '';
  const stars = Array.from({ length: 6 - parts.length }, () => '*');
  if (parts.length <= 3 || last === '*' || last === '' || endsBeforeResource(parts.length, last)) {
    return [...parts, ...stars].join(':');
  }
  return [...parts.slice(0, -1), ...stars, last.replace(/^\*+(?=[\w-])/, '')].join(':');
}

/** The fourth part looks like a Region, the fifth like an account. */
function endsBeforeResource(length: number, last: string): boolean {
  return length === 4 ? /^[a-z]{2,3}(?:-[a-z]+)+-(?:\d|\*)$|^[a-z]{2}-\*$/.test(last) : /^\d{12}$/.test(last);
}
