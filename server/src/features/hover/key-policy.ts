import type { PolicyDocument } from '../../policy/policy-document.ts';
import type { Statement } from '../../policy/statement.ts';

/** True for a statement of the policy of a KMS key: the one resource-based policy that names actions of KMS. */
export function isOfKeyPolicy({ actions }: Statement, { type }: PolicyDocument): boolean {
  return (
    type.policyType === 'resource' &&
    actions.length > 0 &&
    actions.every(({ servicePrefix }) => servicePrefix.toLowerCase() === 'kms')
  );
}
