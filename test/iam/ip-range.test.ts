import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { formatIpAddress, formatIpRange } from '../../server/src/iam/format-ip-range.ts';
import {
  containsRange,
  type IpRange,
  type IpVersion,
  lastAddress,
  networkAddress,
  parseIpRange,
} from '../../server/src/iam/ip-range.ts';
import { isPrivateRange } from '../../server/src/iam/private-ip-range.ts';

const range = (text: string): IpRange => parseIpRange(text) ?? assert.fail(`${text} is no range`);

describe('IP ranges', () => {
  test('are read in both versions', () => {
    assert.deepEqual(parseIpRange('203.0.113.0/24'), { version: 4, address: 0xcb007100n, prefix: 24 });
    assert.deepEqual(parseIpRange('203.0.113.7'), { version: 4, address: 0xcb007107n, prefix: 32 });
    assert.deepEqual(parseIpRange('2001:DB8::1/32'), {
      version: 6,
      address: 0x20010db8000000000000000000000001n,
      prefix: 32,
    });
    assert.deepEqual(parseIpRange('::'), { version: 6, address: 0n, prefix: 128 });
    assert.deepEqual(parseIpRange('::ffff:203.0.113.7')?.address, 0xffffcb007107n);
  });

  for (const text of [
    '',
    '*',
    '203.0.113',
    '203.0.113.0.0',
    '203.0.113.256',
    '203.0.113.0/33',
    '203.0.113.0/',
    '203.0.113.0/255.255.255.0',
    '203.0.113.0/24/24',
    '203.0.113.*',
    ' 203.0.113.0',
    '2001:db8',
    '2001:db8::1::2',
    '2001:db8::/129',
    '2001:db8:::1',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8',
    'g::1',
    '::203.0.113',
  ]) {
    test(`are not read from "${text}"`, () => assert.equal(parseIpRange(text), undefined, text));
  }

  test('are written without host bits', () => {
    assert.equal(formatIpRange(range('203.0.113.7/24')), '203.0.113.0/24');
    assert.equal(formatIpRange(range('203.0.113.7/0')), '0.0.0.0/0');
    assert.equal(formatIpRange(range('2001:db8:0:0:1:0:0:1/128')), '2001:db8::1:0:0:1/128');
    assert.equal(formatIpRange(range('2001:db8:1::5/48')), '2001:db8:1::/48');
    assert.equal(formatIpRange(range('1:0:3:4:5:6:7:8')), '1:0:3:4:5:6:7:8/128');
  });

  test('have a first and a last address', () => {
    assert.equal(formatIpAddress(networkAddress(range('10.1.2.3/8')), 4), '10.0.0.0');
    assert.equal(formatIpAddress(lastAddress(range('10.1.2.3/8')), 4), '10.255.255.255');
  });

  test('contain what shares their prefix', () => {
    assert.equal(containsRange(range('10.0.0.0/8'), range('10.1.0.0/16')), true);
    assert.equal(containsRange(range('10.1.0.0/16'), range('10.0.0.0/8')), false);
    assert.equal(containsRange(range('0.0.0.0/0'), range('2001:db8::/32')), false);
  });

  test('survive being written and read again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<IpVersion>(4, 6),
        fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }),
        fc.nat({ max: 128 }),
        (version, bits, size) => {
          const width = version === 4 ? 32 : 128;
          const original: IpRange = {
            version,
            address: bits & ((1n << BigInt(width)) - 1n),
            prefix: Math.min(size, width),
          };
          const again = range(formatIpRange(original));
          assert.equal(again.address, networkAddress(original));
          assert.ok(containsRange(original, again) && containsRange(again, original));
        },
      ),
    );
  });
});

describe('private ranges', () => {
  for (const text of ['10.0.0.0/8', '172.31.0.1', '192.168.1.0/24', '100.64.0.0/10', 'fd00::/8', '::1']) {
    test(`${text} is private`, () => assert.equal(isPrivateRange(range(text)), true));
  }

  for (const text of ['203.0.113.0/24', '2001:db8::/32', '0.0.0.0/0', '8.0.0.0/6', '172.0.0.0/8', '::/0']) {
    test(`${text} is not`, () => assert.equal(isPrivateRange(range(text)), false));
  }
});
