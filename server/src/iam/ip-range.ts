/** A block of IP addresses: those whose first `prefix` bits are the ones of `address`. */
export interface IpRange {
  readonly version: 4 | 6;
  /** As written, bits behind the prefix included. */
  readonly address: bigint;
  readonly prefix: number;
}

export type IpVersion = IpRange['version'];

/** How many bits an address has. */
export const ADDRESS_BITS: Readonly<Record<IpVersion, number>> = { 4: 32, 6: 128 };

/**
 * An address or a range in CIDR notation, as `IpAddress` takes them; an address alone is a range of one. Undefined
 * for anything else, netmasks and wildcards included.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function parseIpRange(text: string): IpRange | undefined {
  const [written = '', bits, ...rest] = text.split('/');
  const parsed = parseIpAddress(written);
  if (!parsed || rest.length > 0) return undefined;
  if (bits === undefined) return { ...parsed, prefix: ADDRESS_BITS[parsed.version] };
  const prefix = /^\d{1,3}$/.test(bits) ? Number(bits) : Number.POSITIVE_INFINITY;
  return prefix <= ADDRESS_BITS[parsed.version] ? { ...parsed, prefix } : undefined;
}

/** An address without a prefix, `203.0.113.7` or `2001:db8::7`. */
export function parseIpAddress(text: string): Pick<IpRange, 'version' | 'address'> | undefined {
  const isVersion6 = text.includes(':');
  const address = isVersion6 ? parseGroups(text) : parseOctets(text);
  return address === undefined ? undefined : { version: isVersion6 ? 6 : 4, address };
}

/** The first address of the range, with which CIDR notation writes it. */
export function networkAddress({ version, address, prefix }: IpRange): bigint {
  const hostBits = BigInt(ADDRESS_BITS[version] - prefix);
  return (address >> hostBits) << hostBits;
}

/** The last address of the range. */
export function lastAddress(range: IpRange): bigint {
  return networkAddress(range) + (1n << BigInt(ADDRESS_BITS[range.version] - range.prefix)) - 1n;
}

/** True if every address of `inner` is one of `outer`; the two versions share none. */
export function containsRange(outer: IpRange, inner: IpRange): boolean {
  return (
    outer.version === inner.version &&
    networkAddress(outer) <= networkAddress(inner) &&
    lastAddress(inner) <= lastAddress(outer)
  );
}

function parseOctets(text: string): bigint | undefined {
  const octets = text.split('.');
  if (octets.length !== 4 || !octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) < 256)) {
    return undefined;
  }
  return octets.reduce((sum, octet) => sum * 256n + BigInt(octet), 0n);
}

function parseGroups(text: string): bigint | undefined {
  const hexadecimal = withoutOctets(text);
  const [before = '', after, ...rest] = hexadecimal?.split('::') ?? [];
  if (hexadecimal === undefined || rest.length > 0) return undefined;
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const skipped = 8 - head.length - tail.length;
  if (after === undefined ? skipped !== 0 : skipped < 1) return undefined;

  const groups = [...head, ...Array.from({ length: skipped }, () => '0'), ...tail];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}

/** `::ffff:203.0.113.7` ends in an IPv4 address, which stands for two groups. */
function withoutOctets(text: string): string | undefined {
  if (!text.includes('.')) return text;
  const colon = text.lastIndexOf(':');
  const octets = parseOctets(text.slice(colon + 1));
  if (octets === undefined) return undefined;
  return `${text.slice(0, colon)}:${(octets >> 16n).toString(16)}:${(octets & 0xffffn).toString(16)}`;
}
