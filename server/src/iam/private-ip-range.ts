import { containsRange, type IpRange, parseIpRange } from './ip-range.ts';

/**
 * Ranges that no request from the Internet can come from. Those for documentation are left out: policies use them as
 * examples of public addresses.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry/iana-ipv6-special-registry.xhtml
 */
const PRIVATE_RANGES: readonly IpRange[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/127',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
].map((text) => parseIpRange(text) as IpRange);

/** True if all addresses of the range are private or reserved, so that `aws:SourceIp` never holds one of them. */
export function isPrivateRange(range: IpRange): boolean {
  return PRIVATE_RANGES.some((known) => containsRange(known, range));
}
