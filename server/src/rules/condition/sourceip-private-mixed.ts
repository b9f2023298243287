import { isPrivateRange } from '../../iam/private-ip-range.ts';
import { removeEntry } from '../../policy/list-edit.ts';
import { type IpTest, ipTests, isOfSourceIp, type WrittenRange } from '../../reasoning/ip-tests.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * `aws:SourceIp` is never a private address. Among public ranges a private one changes nothing: it lets nobody in, and
 * behind `NotIpAddress` it spares nobody. Whoever wrote it means requests through a VPC endpoint, which carry
 * `aws:VpcSourceIp` and `aws:SourceVpc` instead and need a statement of their own.
 */
export const sourceipPrivateMixed = defineRule({
  id: 'sourceip-private-mixed',
  scope: 'statement',
  mentions: ['ipaddress'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Private range among the values of aws:SourceIp',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip',
  equivalents: { accessAnalyzer: ['PRIVATE_IP_ADDRESS_SUBSET', 'PRIVATE_NOT_IP_ADDRESS_SUBSET'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "192.168.0.0/16"] } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24"] } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const test of ipTests(statement, catalogue)) {
      if (!isOfSourceIp(test)) continue;
      const privateRanges = test.ranges.filter(isPrivateRange);
      if (privateRanges.length === test.values.length) continue;
      for (const range of privateRanges) {
        yield {
          range: range.value.range,
          message: `"${range.text}" is private, so "${test.entry.key.text}" never lies in it.`,
          isUnnecessary: true,
          fixes: () => removal(test, range),
        };
      }
    }
  },
});

function removal({ entry }: IpTest, { value, text }: WrittenRange): readonly Fix[] {
  if (entry.values?.kind !== 'array') return [];
  const edits = [removeEntry(entry.values, value.range)];
  return [{ title: `Remove "${text}"`, keepsAccess: true, isPreferred: true, edits }];
}
