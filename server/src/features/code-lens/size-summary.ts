import { grouped } from '../../base/markdown.ts';
import type { Quota } from '../../iam/quota.ts';
import { quotasOf } from '../../iam/quota.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import { policySize } from '../../policy/policy-size.ts';

/** How much of its quota a policy takes: `1,203 of 6,144 characters`; only its length where no quota is known. */
export function sizeSummary(policy: PolicyDocument): string {
  const [quota] = quotasOfPolicy(policy);
  if (!quota) return `${grouped(policySize(policy).characters)} characters`;
  const { limit, unit, verified } = quota;
  const doubt = verified ? '' : ' (unconfirmed limit)';
  return `${grouped(countedSize(policy, quota))} of ${grouped(limit)} ${unit}${doubt}`;
}

/** The quotas of a policy of this type; those of resource-based policies by the service of all its actions. */
export function quotasOfPolicy({ type, statements }: PolicyDocument): readonly Quota[] {
  const prefixes = statements.flatMap(({ statement }) =>
    statement.actions.map(({ servicePrefix }) => servicePrefix),
  );
  return quotasOf(type.policyType, prefixes);
}

/** The size of a policy as this quota counts it. */
export function countedSize(policy: PolicyDocument, { unit, whiteSpace }: Quota): number {
  const { characters, charactersWithoutWhiteSpace, bytes } = policySize(policy);
  if (unit === 'bytes') return bytes;
  return whiteSpace === 'ignored' ? charactersWithoutWhiteSpace : characters;
}
