import { formatIpRange } from '../../iam/format-ip-range.ts';
import { networkAddress } from '../../iam/ip-range.ts';
import { ipTests } from '../../reasoning/ip-tests.ts';
import { changeToAny } from '../change-to.ts';
import { defineRule } from '../rule.ts';

/**
 * Of a range in CIDR notation only the bits of the prefix count: `203.0.113.7/24` is all of `203.0.113.0/24`, not the
 * one address. AWS ignores the bits behind the prefix, but a reader may not.
 */
export const ipHostBits = defineRule({
  id: 'ip-host-bits',
  scope: 'statement',
  mentions: ['ipaddress'],
  severity: 'information',
  category: 'correctness',
  summary: 'Range has bits behind its prefix, which AWS ignores',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['IMPROVE_IP_RANGE'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.7/24" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const { ranges } of ipTests(statement, catalogue)) {
      for (const range of ranges) {
        if (range.address === networkAddress(range)) continue;
        const meant = formatIpRange(range);
        const single = range.text.replace(/\/.*/, '');
        yield {
          range: range.value.range,
          message: `"${range.text}" is all of ${meant}; AWS ignores the bits behind the prefix.`,
          fixes: () => [
            ...changeToAny(range.value, [meant]).map((fix) => ({
              ...fix,
              keepsAccess: true,
              isPreferred: true as const,
            })),
            ...changeToAny(range.value, [`${single}/${range.version === 4 ? 32 : 128}`]),
          ],
        };
      }
    }
  },
});
