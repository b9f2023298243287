import { awsPrincipalSlip } from '../../iam/aws-principal-slip.ts';
import { ownerOfUniqueId } from '../../iam/unique-id.ts';
import { principalStrings } from '../../policy/principal-strings.ts';
import { changeToEach } from '../change-to.ts';
import { unlessStandIn } from '../not-filled-in.ts';
import { moveToType, namePrincipal } from '../principal-fixes.ts';
import { defineRule } from '../rule.ts';

/**
 * Under `AWS` stand accounts, by their 12 digits or the ARN that ends in `:root`, and roles, users and their sessions
 * by ARN. Groups, policies, instance profiles and resources are no principals, and services and identity providers
 * have types of their own. AWS rejects a policy that names any of these there.
 */
export const principalAwsValue = defineRule({
  id: 'principal-aws-value',
  scope: 'statement',
  severity: 'error',
  category: 'correctness',
  summary: 'String under AWS names no principal',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  equivalents: {
    accessAnalyzer: ['UNSUPPORTED_WILDCARD_IN_PRINCIPAL'],
    parliament: ['UNKNOWN_PRINCIPAL'],
    cfnLint: ['E3512'],
  },
  policyTypes: ['resource', 'trust', 'endpoint'],
  examples: [
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:group/Dev" }, "Action": "sts:AssumeRole"',
      good: '"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/role-name" }, "Action": "sts:AssumeRole"',
    },
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "AWS": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole"',
      good: '"Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole"',
    },
  ],

  *check({ statement, catalogue }) {
    for (const principal of principalStrings(statement)) {
      const { type, text, value, range } = principal;
      if (type !== 'AWS' || /[*?]/.test(text) || ownerOfUniqueId(text)) continue;
      const slip = awsPrincipalSlip(
        text,
        catalogue.partitions.map(({ id }) => id),
      );
      if (!slip) continue;
      yield {
        range,
        ...(slip.word === undefined
          ? { message: `${slip.claim}.` }
          : unlessStandIn(slip.word.text, slip.word.thing, `${slip.claim}.`)),
        fixes: () => [
          ...(slip.type ? moveToType(statement, principal, slip.type) : []),
          ...changeToEach(value, slip.texts),
          ...namePrincipal(principal, slip.snippets ?? []),
        ],
      };
    }
  },
});
