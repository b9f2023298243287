import { plainText } from '../../base/snippet.ts';
import type { ActionInfo, Catalogue, ResourceType } from '../../catalogue/catalogue.ts';
import { splitArn } from '../../iam/arn.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import type { Slot } from '../../policy/slot.ts';
import type { Statement } from '../../policy/statement.ts';
import { allowedActions } from '../../reasoning/allowed-actions.ts';
import { neededResourceTypes } from '../../reasoning/needed-resource-types.ts';
import { arnSnippet } from '../../rules/arn-snippet.ts';
import { completeArnPart } from './arn-part.ts';
import type { Completion, CompletionProvider } from './completion.ts';
import { completePolicyVariable } from './policy-variable.ts';
import { quoted } from './quoted.ts';

/** Wider statements ask for ARNs of all services at once. */
const MAX_ACTIONS = 1000;

/** Whole ARNs of the types that the actions take, those needed first; `*`; ARNs of the same policy; the next part. */
export const completeResource: CompletionProvider<'resource'> = function* (
  { policy, placed, slot },
  catalogue,
) {
  if (slot.typed.includes('${')) {
    const isInResource = splitArn(slot.typed.slice(0, slot.typed.indexOf('${'))).length === 6;
    if (isInResource) yield* completePolicyVariable(slot, policy, catalogue);
    return;
  }
  const actions = actionsOf(placed.statement, catalogue);
  yield* arnsOfActions(actions);
  yield* usedArns(policy, slot);
  yield star(actions);
  yield* completeArnPart(slot, actions, catalogue);
};

function actionsOf(statement: Statement, catalogue: Catalogue): readonly ActionInfo[] {
  const actions = allowedActions(statement, catalogue);
  return actions.size > MAX_ACTIONS ? [] : actions.infos;
}

function* arnsOfActions(actions: readonly ActionInfo[]): Iterable<Completion> {
  const needed = new Set(neededResourceTypes(actions));
  for (const { type, count } of typesByUse(actions)) {
    for (const format of type.arnFormats) {
      const snippet = arnSnippet(format);
      const label = plainText(snippet);
      yield {
        label,
        kind: 'arn',
        description: `${type.name}, ${count} of ${actions.length} actions`,
        newText: `"${snippet}"`,
        isSnippet: true,
        rank: needed.has(type) ? 0 : 2,
      };
    }
  }
}

function typesByUse(
  actions: readonly ActionInfo[],
): readonly { readonly type: ResourceType; readonly count: number }[] {
  const counts = new Map<ResourceType, number>();
  for (const { type } of actions.flatMap(({ resources }) => resources)) {
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts].map(([type, count]) => ({ type, count })).sort((a, b) => b.count - a.count);
}

/** What stands as a resource elsewhere in the policy is likely to be meant again. */
function* usedArns(policy: PolicyDocument, slot: Slot): Iterable<Completion> {
  const used = new Set(
    policy.statements.flatMap(({ statement }) => statement.resources.map(({ text }) => text)),
  );
  used.delete('*');
  used.delete(slot.text);
  for (const label of [...used].slice(0, 100)) {
    yield quoted(label, { kind: 'arn', description: 'in this policy', rank: 1 });
  }
}

function star(actions: readonly ActionInfo[]): Completion {
  const only = actions.filter(({ resources }) => resources.length === 0).length;
  const description =
    only === 0
      ? 'every resource'
      : `every resource; ${only === actions.length ? 'the actions take' : `${only} of ${actions.length} actions take`} nothing else`;
  return quoted('*', { kind: 'arn', description, rank: only > 0 && only === actions.length ? 0 : 3 });
}
