import { isVpcEndpointId, isVpcId } from '../../iam/aws-id.ts';
import { meantNetworkId } from '../../iam/meant-id.ts';
import { valuesOfKind } from '../../reasoning/values-of-kind.ts';
import { changeToEach } from '../change-to.ts';
import { unlessStandIn } from '../not-filled-in.ts';
import { defineRule } from '../rule.ts';
import { testOtherKey } from '../test-other-key.ts';

/**
 * `aws:SourceVpce` holds the id of a VPC endpoint, `vpce-` with 8 or 17 hexadecimal digits. The id of a VPC belongs to
 * `aws:SourceVpc`. Any other text never matches, so an Allow grants nothing and a Deny that spares it hits everybody.
 */
export const vpceIdValue = defineRule({
  id: 'vpce-id-value',
  scope: 'statement',
  mentions: ['vpc'],
  severity: 'error',
  category: 'correctness',
  summary: 'Value is no VPC endpoint ID',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpce',
  equivalents: { accessAnalyzer: ['INVALID_VPCE_FORMAT'] },
  examples: [
    {
      bad: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:SourceVpce": "vpc-0a1b2c3d4e5f60718" } }',
      good: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:SourceVpc": "vpc-0a1b2c3d4e5f60718" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const { value, text, compared, test } of valuesOfKind(statement, catalogue, 'vpcEndpoint')) {
      if (isVpcEndpointId(compared)) continue;
      const key = test.entry.key.text;
      const meant = meantNetworkId(text, 'vpce');
      yield {
        range: value.range,
        ...(isVpcId(compared)
          ? { message: `"${text}" is a VPC, but "${key}" holds the VPC endpoint.` }
          : unlessStandIn(
              text,
              'vpcEndpoint',
              `"${text}" is no VPC endpoint ID; it is "vpce-" and 8 or 17 hexadecimal digits.`,
            )),
        fixes: () => [
          ...(/^aws:SourceVpce$/i.test(key) ? testOtherKey(statement, test, 'aws:SourceVpc', isVpcId) : []),
          ...(meant ? changeToEach(value, [meant]) : []),
        ],
      };
    }
  },
});
