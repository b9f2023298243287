import { ADDRESS_BITS, type IpRange, type IpVersion, networkAddress } from './ip-range.ts';

/** The range in CIDR notation, without bits behind the prefix. IPv6 is shortened as RFC 5952 asks for. */
export function formatIpRange(range: IpRange): string {
  return `${formatIpAddress(networkAddress(range), range.version)}/${range.prefix}`;
}

/** An address as text; IPv6 in lower case, its longest run of zeros written `::`. */
export function formatIpAddress(address: bigint, version: IpVersion): string {
  return version === 4 ? pieces(address, 4, 8).join('.') : shortened(pieces(address, 6, 16));
}

function pieces(address: bigint, version: IpVersion, size: number): readonly number[] {
  const count = ADDRESS_BITS[version] / size;
  const mask = (1n << BigInt(size)) - 1n;
  return Array.from({ length: count }, (_, i) => Number((address >> BigInt((count - 1 - i) * size)) & mask));
}

function shortened(groups: readonly number[]): string {
  const { start, length } = longestZeros(groups);
  const texts = groups.map((group) => group.toString(16));
  if (length < 2) return texts.join(':');
  return `${texts.slice(0, start).join(':')}::${texts.slice(start + length).join(':')}`;
}

function longestZeros(groups: readonly number[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let end = start;
    while (groups[end] === 0) end++;
    if (end - start > best.length) best = { start, length: end - start };
  }
  return best;
}
