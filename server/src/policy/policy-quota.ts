import { type Quota, quotasOf } from '../iam/quota.ts';
import type { PolicyDocument } from './policy-document.ts';
import { measured, policySize } from './policy-size.ts';

/** The quotas of a policy of this type; those of resource-based policies by the service of all its actions. */
export function quotasOfPolicy({ type, statements }: PolicyDocument): readonly Quota[] {
  const prefixes = statements.flatMap(({ statement }) =>
    statement.actions.map(({ servicePrefix }) => servicePrefix),
  );
  return quotasOf(type.policyType, prefixes);
}

/** The size of a policy as this quota counts it. */
export function countedSize(policy: PolicyDocument, { unit, whiteSpace }: Quota): number {
  return measured(policySize(policy), unit, whiteSpace === 'counted');
}
