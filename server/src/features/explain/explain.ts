import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { PolicyFile } from '../../policy/policy-document.ts';
import type { LocatedFinding } from '../../rules/run-rules.ts';
import { explainPolicy } from './explain-policy.ts';

/**
 * What the policies of a file allow, in Markdown: services by access level, what is risky, what Deny statements take
 * away, and how AWS decides. Undefined for a file without a policy.
 */
export function explain(
  file: PolicyFile,
  findings: readonly LocatedFinding[],
  catalogue: Catalogue,
): string | undefined {
  const { policies } = file;
  if (policies.length === 0) return undefined;
  const parts = policies.map((policy, index) =>
    explainPolicy(policy, {
      file,
      findings: findings.filter((finding) => finding.policy?.pointer === policy.pointer),
      catalogue,
      number: policies.length > 1 ? index + 1 : undefined,
    }),
  );
  const date = `What is not in AWS's documentation of ${catalogue.stamp.date} is not counted.`;
  return `${[...parts, `---\n\n${date}`].join('\n\n')}\n`;
}
