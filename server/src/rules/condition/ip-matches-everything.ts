import { type IpVersion, lastAddress, networkAddress } from '../../iam/ip-range.ts';
import { isPrivateRange } from '../../iam/private-ip-range.ts';
import { removeCondition } from '../../policy/remove-condition.ts';
import type { Statement } from '../../policy/statement.ts';
import { type IpTest, ipTests, isOfSourceIp, type WrittenRange } from '../../reasoning/ip-tests.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';

/**
 * `0.0.0.0/0` is every IPv4 address and `::/0` every IPv6 address. An Allow for them is open to the whole Internet, and
 * a Deny that spares them denies nobody there; the test only looks as if it limited something. The same goes for ranges
 * that together are everything.
 *
 * Ranges broader than /8, or /32 in IPv6, are a milder finding: Amazon S3 takes a policy with them for public. A Deny
 * of all addresses is left alone; it closes the way over the Internet.
 */
export const ipMatchesEverything = defineRule({
  id: 'ip-matches-everything',
  scope: 'statement',
  mentions: ['ipaddress'],
  severity: 'warning',
  category: 'security',
  summary: 'Range of addresses is as wide as the Internet',
  source:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status',
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "0.0.0.0/0" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const test of ipTests(statement, catalogue)) {
      const spares = test.operator.operator.isNegated;
      if (!isOfSourceIp(test) || statement.effect !== (spares ? 'Deny' : 'Allow')) continue;
      const wide = test.ranges.filter((range) => range.prefix < LEAST_PREFIX[range.version]);
      if (wide.length === 0) continue;
      const whole = wide.filter(({ prefix }) => prefix === 0);
      yield* whole.map((range) => everything(statement, test, range));
      yield* pairs(statement, test, wide);
    }
  },
});

/** Below it a range is as good as public to S3. */
const LEAST_PREFIX: Readonly<Record<IpVersion, number>> = { 4: 8, 6: 32 };

function everything(statement: Statement, test: IpTest, range: WrittenRange): Finding {
  const { isNegated } = test.operator.operator;
  const all = `"${range.text}" is every IPv${range.version} address`;
  return {
    range: range.value.range,
    message: isNegated ? `${all}, so this Deny spares all of them.` : `${all}, so it keeps nobody out.`,
    fixes: () => [narrowing(range), ...deletion(statement, test)],
  };
}

/** Ranges that are everything only together, or much. */
function* pairs(statement: Statement, test: IpTest, wide: readonly WrittenRange[]): Generator<Finding> {
  for (const version of [4, 6] as const) {
    const ranges = wide.filter((range) => range.version === version);
    if (ranges.some(({ prefix }) => prefix === 0)) continue;
    if (coversAll(test.ranges.filter((range) => range.version === version))) {
      const { key } = test.entry;
      yield {
        range: key.range,
        message: `The ranges of "${key.text}" together are every IPv${version} address.`,
        fixes: () => deletion(statement, test),
      };
      continue;
    }
    for (const range of ranges.filter((one) => !isPrivateRange(one))) {
      yield {
        range: range.value.range,
        message: `"${range.text}" is so wide that Amazon S3 takes it for public.`,
        severity: 'information',
        fixes: () => [narrowing(range)],
      };
    }
  }
}

function coversAll(ranges: readonly WrittenRange[]): boolean {
  const [first] = ranges;
  if (!first) return false;
  const everywhere = { ...first, prefix: 0 };
  const sorted = [...ranges].sort((a, b) => (networkAddress(a) < networkAddress(b) ? -1 : 1));
  let covered = networkAddress(everywhere);
  for (const range of sorted) {
    if (networkAddress(range) > covered) return false;
    if (lastAddress(range) + 1n > covered) covered = lastAddress(range) + 1n;
  }
  return covered > lastAddress(everywhere);
}

function narrowing({ value, version }: WrittenRange): Fix {
  const newText = version === 4 ? '"${1:203.0.113.0/24}"' : '"${1:2001:db8::/48}"';
  return {
    title: 'Name the range that is meant',
    keepsAccess: false,
    isSnippet: true,
    edits: [{ range: value.range, newText }],
  };
}

function deletion(statement: Statement, { entry }: IpTest): readonly Fix[] {
  const edit = removeCondition(statement, entry);
  return edit ? [{ title: `Delete the test of "${entry.key.text}"`, keepsAccess: false, edits: [edit] }] : [];
}
