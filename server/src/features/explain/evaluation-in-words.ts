import { markdownLink } from '../../base/markdown.ts';
import { EVALUATION_SOURCE, STANDINGS, stepsWith, UNMATCHED_DENY } from '../../iam/evaluation.ts';
import { POLICY_TYPE_NAMES } from '../../iam/policy-type.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import { isOfKeyPolicy } from '../hover/key-policy.ts';
import { withArticle } from '../hover/with-article.ts';

/** The steps by which AWS decides a request, and what a policy of this type does in them. */
export function evaluationInWords(policy: PolicyDocument): readonly string[] {
  const { statements, type } = policy;
  const isKeyPolicy =
    statements.length > 0 && statements.every(({ statement }) => isOfKeyPolicy(statement, policy));
  const name = isKeyPolicy ? 'keyPolicy' : type.policyType;
  const standing = STANDINGS[name];
  const policyName = isKeyPolicy ? 'key policy' : POLICY_TYPE_NAMES[type.policyType];
  return [
    `An Allow in ${withArticle(policyName)} ${standing.allow}`,
    '',
    `A Deny ${standing.deny} ${UNMATCHED_DENY}`,
    '',
    ...stepsWith(name).map(({ name: step, title, decides }, i) => {
      const own = step === standing.step ? ' (the Allow statements of this policy)' : '';
      const denying = step === 'explicitDeny' ? ' (also the Deny statements of this policy)' : '';
      return `${i + 1}. **${title}**${own}${denying}: ${decides}`;
    }),
    '',
    markdownLink('Policy evaluation', EVALUATION_SOURCE),
  ];
}
