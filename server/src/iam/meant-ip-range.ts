import { formatIpRange } from './format-ip-range.ts';
import { ADDRESS_BITS, parseIpAddress, parseIpRange } from './ip-range.ts';

/**
 * The range that somebody meant who wrote a wildcard, a netmask, too few octets, the first and the last address, or an
 * impossible prefix; undefined where nobody can tell.
 */
export function meantIpRange(text: string): string | undefined {
  const plain = text.replace(/\s+/g, '');
  const [first = '', last] = plain.split(/[-\u2013]/);
  if (last !== undefined) return rangeFromTo(first, last);
  const [written = '', bits] = plain.split('/');
  const { address, octets } = completed(written);
  const version = parseIpAddress(address)?.version;
  if (!version || plain.split('/').length > 2) return undefined;

  const most = ADDRESS_BITS[version];
  const prefix = bits === undefined || bits === '' ? octets * 8 : prefixOf(bits, most);
  if (prefix === undefined) return undefined;
  return octets === 4 && !bits ? address : `${address}/${version === 6 && !bits ? most : prefix}`;
}

/** `203.0.113.*` and `203.0.113` with zeros for what is missing, and how many octets were there. */
function completed(written: string): { readonly address: string; readonly octets: number } {
  if (!written.includes('.')) return { address: written, octets: 4 };
  const kept = written.split('.');
  while (/^[*x]?$/i.test(kept.at(-1) ?? '0')) kept.pop();
  const missing = kept.length > 0 ? Math.max(0, 4 - kept.length) : 0;
  return { address: [...kept, ...Array.from({ length: missing }, () => '0')].join('.'), octets: kept.length };
}

function prefixOf(bits: string, most: number): number | undefined {
  if (/^\d{1,3}$/.test(bits)) return Math.min(Number(bits), most);
  const mask = parseIpAddress(bits);
  if (mask?.version !== 4 || most !== 32) return undefined;
  const ones = mask.address.toString(2).padStart(32, '0');
  return /^1*0*$/.test(ones) ? ones.replaceAll('0', '').length : undefined;
}

/** Only for a block that one prefix can write. */
function rangeFromTo(first: string, last: string): string | undefined {
  const [from, to] = [parseIpAddress(first), parseIpAddress(last)];
  if (!from || from.version !== to?.version || to.address < from.address) return undefined;
  const size = to.address - from.address + 1n;
  const hostBits = size.toString(2).length - 1;
  if (1n << BigInt(hostBits) !== size || from.address % size !== 0n) return undefined;
  const text = formatIpRange({ ...from, prefix: ADDRESS_BITS[from.version] - hostBits });
  return parseIpRange(text) ? text : undefined;
}
