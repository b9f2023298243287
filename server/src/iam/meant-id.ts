import { parseArn } from './arn.ts';
import { isAccountId } from './aws-id.ts';

/**
 * The account that somebody meant who wrote dashes, took a digit for the letter that looks like it, left out zeros in
 * front, or gave an ARN of the account.
 */
export function meantAccount(text: string): string | undefined {
  const owner = parseArn(text)?.account ?? '';
  if (isAccountId(owner)) return owner;
  const digits = text
    .replace(/[-\s._]/g, '')
    .replace(/(?<=\d)[Oo]/g, '0')
    .replace(/(?<=\d)[Il]/g, '1');
  return /^\d{9,12}$/.test(digits) ? digits.padStart(12, '0') : undefined;
}

/** The id of a VPC or endpoint (`prefix` is `vpc` or `vpce`) in an ARN, in capitals, or without its prefix. */
export function meantNetworkId(text: string, prefix: string): string | undefined {
  const id = text.toLowerCase().replace(/^arn:[^/]*\//, '');
  const digits = id.startsWith(`${prefix}-`) ? id.slice(prefix.length + 1) : id;
  return /^(?:[0-9a-f]{8}|[0-9a-f]{17})$/.test(digits) ? `${prefix}-${digits}` : undefined;
}
