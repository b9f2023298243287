import { markdownLink } from '../../base/markdown.ts';
import {
  EFFECT_MEANINGS,
  EVALUATION_SOURCE,
  EVALUATION_STEPS,
  STANDINGS,
  type StandingName,
  UNMATCHED_DENY,
} from '../../iam/evaluation.ts';
import { POLICY_TYPE_NAMES } from '../../iam/policy-type.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import type { Effect, Statement } from '../../policy/statement.ts';
import { elementPage } from './element-page.ts';
import type { HoverProvider } from './hover-provider.ts';
import { isOfKeyPolicy } from './key-policy.ts';
import { type Page, renderPage } from './page.ts';
import { withArticle } from './with-article.ts';

/** Where this statement stands in the evaluation of a request, and what it can do there. */
export const hoverEffect: HoverProvider<'effect'> = ({ policy, placed }, context) =>
  effectMarkdown(placed.statement, policy, context.evaluationOrder);

/** The same for the key `Effect`. Explains the element where the effect is neither Allow nor Deny. */
export function effectMarkdown(
  statement: Statement,
  policy: PolicyDocument,
  evaluationOrder: boolean,
): string | undefined {
  const { effect } = statement;
  if (!effect) return elementPage('Effect');
  const name = isOfKeyPolicy(statement, policy) ? 'keyPolicy' : policy.type.policyType;
  const title = meaning(effect, name);
  return evaluationOrder ? renderPage(orderPage(title, effect, name)) : title;
}

/** What an effect means in any policy. */
export function effectPage(effect: Effect): Page {
  const more = effect === 'Deny' ? [UNMATCHED_DENY] : [];
  return {
    title: [`**${effect}** ${EFFECT_MEANINGS[effect]}`, ...more].join(' '),
    footer: markdownLink('Policy evaluation', EVALUATION_SOURCE),
  };
}

function meaning(effect: Effect, name: StandingName): string {
  const policyName = name === 'keyPolicy' ? 'key policy' : POLICY_TYPE_NAMES[name];
  const { allow, deny } = STANDINGS[name];
  const words = effect === 'Allow' ? allow : `${deny} ${UNMATCHED_DENY}`;
  return `**${effect}** in ${withArticle(policyName)} ${words}`;
}

function orderPage(title: string, effect: Effect, name: StandingName): Page {
  const { step: allowStep, power, steps: special = [] } = STANDINGS[name];
  const isLimit = effect === 'Allow' && power === 'limits';
  const own = effect === 'Deny' ? 'explicitDeny' : allowStep;
  const steps = EVALUATION_STEPS.map((step) => special.find((other) => other.name === step.name) ?? step);
  return {
    title,
    facts: steps.map(({ name: stepName, title: stepTitle, decides }) =>
      stepName === own
        ? `**${stepTitle} (this statement${isLimit ? ', as a limit' : ''}): ${decides}**`
        : `${stepTitle}: ${decides}`,
    ),
    isNumbered: true,
    footer: markdownLink('Policy evaluation', EVALUATION_SOURCE),
  };
}
