import { isPrivateRange } from '../../iam/private-ip-range.ts';
import { ipTests, isOfSourceIp } from '../../reasoning/ip-tests.ts';
import { defineRule } from '../rule.ts';
import { spareVpc } from '../use-vpc-source-ip.ts';

/**
 * `aws:SourceIp` is never a private address, so `NotIpAddress` with private ranges always holds: a Deny that should
 * spare the own network denies everybody, an Allow lets everybody in. What tells requests of the own network apart is the VPC they come
 * through: `aws:SourceVpc`, and within it `aws:VpcSourceIp`.
 */
export const sourceipPrivateOnlyNegated = defineRule({
  id: 'sourceip-private-only-negated',
  scope: 'statement',
  mentions: ['notipaddress'],
  severity: 'error',
  category: 'correctness',
  summary: 'NotIpAddress with private ranges always holds',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip',
  equivalents: { accessAnalyzer: ['PRIVATE_NOT_IP_ADDRESS'] },
  supersedes: ['deny-sourceip-breaks-vpce', 'deny-network-without-service-exemption'],
  examples: [
    {
      bad: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": ["10.0.0.0/8", "fd00::/8"] } }',
      good: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:SourceVpc": "vpc-0a1b2c3d4e5f60718" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const test of ipTests(statement, catalogue)) {
      if (!isOfSourceIp(test) || !test.operator.operator.isNegated) continue;
      if (!test.isWhole || !test.ranges.every(isPrivateRange)) continue;
      const { key } = test.entry;
      yield {
        range: key.range,
        message: `"${key.text}" is never a private address, so this test always holds.`,
        fixes: () => spareVpc(statement, test),
      };
    }
  },
});
