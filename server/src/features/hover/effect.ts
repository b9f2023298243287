import { markdownLink } from '../../base/markdown.ts';
import {
  EFFECT_MEANINGS,
  EVALUATION_SOURCE,
  type EvaluationStepName,
  STANDINGS,
  STEP_GROUPS,
  type StandingName,
  stepsWith,
  UNMATCHED_DENY,
} from '../../iam/evaluation.ts';
import { POLICY_TYPE_NAMES } from '../../iam/policy-type.ts';
import type { PlacedStatement, PolicyDocument } from '../../policy/policy-document.ts';
import type { Effect } from '../../policy/statement.ts';
import { elementPage } from './element-page.ts';
import type { HoverContext, HoverProvider } from './hover-provider.ts';
import { isOfKeyPolicy } from './key-policy.ts';
import { type Page, renderPage } from './page.ts';
import { reachLines } from './statement-reach.ts';
import { withArticle } from './with-article.ts';

/** What this statement does, to which others of its policy, and where it stands in the evaluation of a request. */
export const hoverEffect: HoverProvider<'effect'> = ({ policy, placed }, context) =>
  effectMarkdown(placed, policy, context);

/** The same for the key `Effect`. Explains the element where the effect is neither Allow nor Deny. */
export function effectMarkdown(
  placed: PlacedStatement,
  policy: PolicyDocument,
  { catalogue, evaluationOrder }: Pick<HoverContext, 'catalogue' | 'evaluationOrder'>,
): string | undefined {
  const { effect } = placed.statement;
  if (!effect) return elementPage('Effect');
  const name = isOfKeyPolicy(placed.statement, policy) ? 'keyPolicy' : policy.type.policyType;
  const own = reachLines(placed, policy, catalogue);
  const title = [meaning(effect, name), ...own.map((line) => `- ${line}`)].join('\n');
  if (!evaluationOrder) return title;
  return renderPage({
    title,
    facts: own.length > 0 ? shortSteps(effect, name) : allSteps(effect, name),
    isNumbered: true,
    footer: markdownLink('Policy evaluation', EVALUATION_SOURCE),
  });
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

function allSteps(effect: Effect, name: StandingName): readonly string[] {
  const own = ownStep(effect, name);
  return stepsWith(name).map(({ name: stepName, title, decides }) =>
    stepName === own ? `**${title} (${thisStatement(effect, name)}): ${decides}**` : `${title}: ${decides}`,
  );
}

/** Three lines fewer, which what is said of this policy needs. */
function shortSteps(effect: Effect, name: StandingName): readonly string[] {
  const own = ownStep(effect, name);
  const steps = stepsWith(name);
  return steps.flatMap((step) => {
    const group = STEP_GROUPS.find(({ names }) => names.includes(step.name));
    if (group && group.names[0] !== step.name) return [];
    const { names, decides } = group ?? { names: [step.name], decides: step.decides };
    const titles = steps
      .filter((other) => names.includes(other.name))
      .map((other) =>
        other.name === own ? `**${other.title} (${thisStatement(effect, name)})**` : other.title,
      );
    return [`${titles.join(', ')}: ${decides}`];
  });
}

function ownStep(effect: Effect, name: StandingName): EvaluationStepName {
  return effect === 'Deny' ? 'explicitDeny' : STANDINGS[name].step;
}

function thisStatement(effect: Effect, name: StandingName): string {
  const isLimit = effect === 'Allow' && STANDINGS[name].power === 'limits';
  return `this statement${isLimit ? ', as a limit' : ''}`;
}
