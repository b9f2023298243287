import { parseIpRange } from '../../iam/ip-range.ts';
import { meantIpRange } from '../../iam/meant-ip-range.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import { valueText } from '../../policy/value-text.ts';
import { ipTests } from '../../reasoning/ip-tests.ts';
import { changeToEach } from '../change-to.ts';
import { unlessStandIn } from '../not-filled-in.ts';
import { defineRule } from '../rule.ts';

/**
 * `IpAddress` and `NotIpAddress` compare with an address or a range in CIDR notation, IPv4 or IPv6. Wildcards, netmasks
 * and ranges from one address to another are none, and AWS rejects them. An address without a prefix is that one
 * address.
 *
 * A key that holds no address is left to `operator-key-type-mismatch`.
 */
export const ipValue = defineRule({
  id: 'ip-value',
  scope: 'statement',
  mentions: ['ipaddress'],
  severity: 'error',
  category: 'correctness',
  summary: 'Value is no IP address and no range',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress',
  equivalents: { accessAnalyzer: ['TYPE_MISMATCH_IP_RANGE'], parliament: ['MISMATCHED_TYPE'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.*" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }',
    },
    {
      bad: '"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": "198.51.100.7/255.255.255.255" } }',
      good: '"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": "198.51.100.7/32" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const { key, values } of ipTests(statement, catalogue)) {
      if (key && key.type !== 'IPAddress') continue;
      for (const value of values) {
        const text = valueText(value);
        // Blanks around a range are found by `invisible-whitespace`.
        if (parseIpRange(text.trim()) || text.includes('${') || isDynamic(text)) continue;
        const meant = meantIpRange(text);
        yield {
          range: value.range,
          ...unlessStandIn(text, 'ip', `"${text}" is no IP address and no range in CIDR notation.`),
          fixes: () => (meant === undefined ? [] : changeToEach(value, [meant])),
        };
      }
    }
  },
});
