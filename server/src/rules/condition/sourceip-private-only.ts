import { isPrivateRange } from '../../iam/private-ip-range.ts';
import { type IpTest, ipTests, isOfSourceIp } from '../../reasoning/ip-tests.ts';
import { defineRule } from '../rule.ts';
import { useVpcSourceIp } from '../use-vpc-source-ip.ts';

/**
 * `aws:SourceIp` holds the address from which a request comes in over the Internet, so it is never a private one. A
 * request from inside a VPC shows the public address of its gateway, or, through a VPC endpoint, no `aws:SourceIp` at
 * all: then its private address is in `aws:VpcSourceIp`, which says something only together with the VPC.
 *
 * The same with `NotIpAddress` is `sourceip-private-only-negated`, one private range among others
 * `sourceip-private-mixed`.
 */
export const sourceipPrivateOnly = defineRule({
  id: 'sourceip-private-only',
  scope: 'statement',
  mentions: ['ipaddress'],
  severity: 'error',
  category: 'correctness',
  summary: 'aws:SourceIp is never a private address',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip',
  equivalents: { accessAnalyzer: ['PRIVATE_IP_ADDRESS'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "10.0.0.0/16" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/16" }, "StringEquals": { "aws:SourceVpc": "vpc-0a1b2c3d4e5f60718" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const test of ipTests(statement, catalogue)) {
      if (!isOfSourceIp(test) || test.operator.operator.isNegated) continue;
      if (!test.isWhole || !test.ranges.every(isPrivateRange)) continue;
      const { key } = test.entry;
      yield {
        range: key.range,
        message: `"${key.text}" is never a private address, so this test ${outcome(test)}.`,
        fixes: () => useVpcSourceIp(statement, test),
      };
    }
  },
});

function outcome({ operator }: IpTest): string {
  return operator.ifExists || operator.setOperator === 'ForAllValues'
    ? 'holds only without the key'
    : 'never holds';
}
