import { grouped } from '../../base/markdown.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import { countedSize, quotasOfPolicy } from '../../policy/policy-quota.ts';
import { policySize } from '../../policy/policy-size.ts';

/** How much of its quota a policy takes: `1,203 of 6,144 characters`; only its length where no quota is known. */
export function sizeSummary(policy: PolicyDocument): string {
  const [quota] = quotasOfPolicy(policy);
  if (!quota) return `${grouped(policySize(policy).characters)} characters`;
  const { limit, unit, verified } = quota;
  const doubt = verified ? '' : ' (unconfirmed limit)';
  return `${grouped(countedSize(policy, quota))} of ${grouped(limit)} ${unit}${doubt}`;
}
