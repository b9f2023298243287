import { isVpcEndpointId, isVpcId } from '../../iam/aws-id.ts';
import { meantNetworkId } from '../../iam/meant-id.ts';
import { valuesOfKind } from '../../reasoning/values-of-kind.ts';
import { changeToEach } from '../change-to.ts';
import { unlessStandIn } from '../not-filled-in.ts';
import { defineRule } from '../rule.ts';
import { testOtherKey } from '../test-other-key.ts';

/**
 * `aws:SourceVpc` holds the id of a VPC, `vpc-` with 8 or 17 hexadecimal digits. The id of a VPC endpoint belongs to
 * `aws:SourceVpce`. Any other text never matches, so an Allow grants nothing and a Deny that spares it hits everybody.
 */
export const vpcIdValue = defineRule({
  id: 'vpc-id-value',
  scope: 'statement',
  mentions: ['vpc'],
  severity: 'error',
  category: 'correctness',
  summary: 'Value is no VPC ID',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpc',
  equivalents: { accessAnalyzer: ['INVALID_VPC_FORMAT'] },
  examples: [
    {
      bad: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:SourceVpc": "vpce-1a2b3c4d" } }',
      good: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:SourceVpce": "vpce-1a2b3c4d" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const { value, text, compared, test } of valuesOfKind(statement, catalogue, 'vpc')) {
      if (isVpcId(compared)) continue;
      const key = test.entry.key.text;
      const meant = meantNetworkId(text, 'vpc');
      yield {
        range: value.range,
        ...(isVpcEndpointId(compared)
          ? { message: `"${text}" is a VPC endpoint, but "${key}" holds the VPC.` }
          : unlessStandIn(
              text,
              'vpc',
              `"${text}" is no VPC ID; it is "vpc-" and 8 or 17 hexadecimal digits.`,
            )),
        fixes: () => [
          ...(/^aws:SourceVpc$/i.test(key)
            ? testOtherKey(statement, test, 'aws:SourceVpce', isVpcEndpointId)
            : []),
          ...(meant ? changeToEach(value, [meant]) : []),
        ],
      };
    }
  },
});
