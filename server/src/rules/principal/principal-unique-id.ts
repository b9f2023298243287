import { ownerOfUniqueId } from '../../iam/unique-id.ts';
import { principalStrings } from '../../policy/principal-strings.ts';
import { deletePrincipal, namePrincipal } from '../principal-fixes.ts';
import { defineRule } from '../rule.ts';

/**
 * When a policy is saved, AWS keeps the unique id of each role and user that it names. Once the role is deleted, the
 * policy shows the id in place of the ARN, and nobody matches it any more, not even a new role with the old name. An id
 * in a policy that is being written was copied from such a policy; ids of groups and instance profiles never match.
 */
export const principalUniqueId = defineRule({
  id: 'principal-unique-id',
  scope: 'statement',
  severity: 'warning',
  category: 'correctness',
  summary: 'Unique id in place of an ARN',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids',
  equivalents: {
    accessAnalyzer: ['INVALID_ROLE_REFERENCE', 'INVALID_USER_REFERENCE'],
    parliament: ['UNKNOWN_PRINCIPAL'],
  },
  policyTypes: ['resource', 'trust', 'endpoint'],
  examples: [
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "AWS": "AROADBQP57FF2AEXAMPLE" }, "Action": "sts:AssumeRole"',
      good: '"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/role-name" }, "Action": "sts:AssumeRole"',
    },
  ],

  *check({ statement }) {
    for (const principal of principalStrings(statement)) {
      const { type, text, range } = principal;
      const owner = type === 'AWS' ? ownerOfUniqueId(text) : undefined;
      if (!owner) continue;
      const isPrincipal = owner === 'role' || owner === 'user';
      const kind = owner === 'user' ? 'user' : 'role';
      yield {
        range,
        message: isPrincipal
          ? `"${text}" is the id of a deleted ${owner}; name it by its ARN.`
          : `"${text}" is the id of a${owner === 'group' ? '' : 'n'} ${owner}, which is no principal.`,
        fixes: () => [
          ...namePrincipal(principal, [`arn:aws:iam::\${1:111122223333}:${kind}/\${2:${kind}-name}`]),
          ...deletePrincipal(statement, principal),
        ],
      };
    }
  },
});
