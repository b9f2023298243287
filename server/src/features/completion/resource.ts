import { plainText } from '../../base/snippet.ts';
import type { ActionInfo, Catalogue } from '../../catalogue/catalogue.ts';
import { splitArn } from '../../iam/arn.ts';
import type { Slot } from '../../policy/slot.ts';
import type { Statement } from '../../policy/statement.ts';
import { allowedActions } from '../../reasoning/allowed-actions.ts';
import { neededResourceTypes } from '../../reasoning/needed-resource-types.ts';
import { type ArnMeaning, arnMeaning, isUsableOn } from '../../reasoning/usable-on.ts';
import { arnSnippet } from '../../rules/arn-snippet.ts';
import { neededArns } from '../../rules/needed-arns.ts';
import { writtenFormats } from '../../rules/written-formats.ts';
import { completeArnPart } from './arn-part.ts';
import type { Completion, CompletionProvider } from './completion.ts';
import { completePolicyVariable } from './policy-variable.ts';
import { quoted } from './quoted.ts';
import { usedTexts } from './used-texts.ts';

/** Wider statements ask for ARNs of all services at once. */
const MAX_ACTIONS = 1000;

/** Whole ARNs of the types that the actions take, those needed first; `*`; ARNs of the same policy; the next part. */
export const completeResource: CompletionProvider<'resource'> = function* (
  { policy, placed, slot },
  catalogue,
  others,
) {
  if (slot.typed.includes('${')) {
    const isInResource = splitArn(slot.typed.slice(0, slot.typed.indexOf('${'))).length === 6;
    if (isInResource) yield* completePolicyVariable(slot, policy, catalogue);
    return;
  }
  const actions = actionsOf(placed.statement, catalogue);
  yield* allNeeded(slot, actions);
  yield* arnsOfActions(actions);
  const used = usedTexts(policy, others, resourcesOf);
  for (const { text, description } of used) {
    if (text === slot.text || !isTakenByOne(text, actions, catalogue)) continue;
    yield quoted(text, { kind: 'arn', description, rank: 1 });
  }
  yield star(actions);
  const names = used.map(({ text }) => text);
  yield* completeArnPart(slot, actions, names, catalogue);
};

function actionsOf(statement: Statement, catalogue: Catalogue): readonly ActionInfo[] {
  const actions = allowedActions(statement, catalogue);
  return actions.size > MAX_ACTIONS ? [] : actions.infos;
}

/** More ARNs at once are no help. */
const MAX_TOGETHER = 3;

/** Where no single ARN lets all actions work: those that together do, as of a bucket and its objects. */
function* allNeeded(slot: Slot, actions: readonly ActionInfo[]): Iterable<Completion> {
  const arns = slot.text === '' ? neededArns(actions) : undefined;
  if (!arns || arns.snippets.length < 2 || arns.snippets.length > MAX_TOGETHER) return;
  const strings = arns.snippets.map((snippet) => `"${snippet}"`);
  const separator = slot.isInList && slot.isFirstOfLine ? ',\n' : ', ';
  yield {
    label: arns.snippets.map(plainText).join(', '),
    kind: 'arn',
    description: `${arns.names}, which the actions need together`,
    newText: slot.isInList ? strings.join(separator) : `[${strings.join(separator)}]`,
    isSnippet: true,
    filterText: `"${arns.snippets.map(plainText).join(', ')}`,
    rank: 0,
  };
}

function* arnsOfActions(actions: readonly ActionInfo[]): Iterable<Completion> {
  const types = neededResourceTypes(actions);
  const needed = new Set(types.flatMap((type) => writtenFormats(type, actions).map(({ format }) => format)));
  for (const [format, { typeName, count }] of formatsByUse(actions)) {
    const snippet = arnSnippet(format);
    yield {
      label: plainText(snippet),
      kind: 'arn',
      description: `${typeName}, ${count} of ${actions.length} actions`,
      newText: `"${snippet}"`,
      isSnippet: true,
      rank: needed.has(format) ? 0 : 2,
    };
  }
}

interface Use {
  readonly typeName: string;
  readonly count: number;
}

/** Each action counts once for each format that lets it name a resource. */
function formatsByUse(actions: readonly ActionInfo[]): readonly (readonly [string, Use])[] {
  const uses = new Map<string, Use>();
  for (const action of actions) {
    const written = action.resources.flatMap(({ type }) => writtenFormats(type, [action]));
    for (const [format, typeName] of new Map(written.map((own) => [own.format, own.typeName]))) {
      const known = uses.get(format);
      uses.set(format, { typeName: known?.typeName ?? typeName, count: (known?.count ?? 0) + 1 });
    }
  }
  return [...uses].sort(([, a], [, b]) => b.count - a.count);
}

/** Nothing is known of what is no ARN, nor of a statement without known actions. */
function isTakenByOne(text: string, actions: readonly ActionInfo[], catalogue: Catalogue): boolean {
  if (!text.startsWith('arn:') || actions.length === 0) return true;
  const meaningFor = new Map<string, ArnMeaning>();
  return actions.some((action) => {
    const service = catalogue.service(action.servicePrefix);
    const meaning = meaningFor.get(action.servicePrefix) ?? (service && arnMeaning(text, service));
    if (meaning) meaningFor.set(action.servicePrefix, meaning);
    return !meaning || isUsableOn(action, meaning);
  });
}

const resourcesOf = (statement: Statement): readonly string[] => statement.resources.map(({ text }) => text);

function star(actions: readonly ActionInfo[]): Completion {
  const only = actions.filter(({ resources }) => resources.length === 0).length;
  const description =
    only === 0
      ? 'every resource'
      : `every resource; ${only === actions.length ? 'the actions take' : `${only} of ${actions.length} actions take`} nothing else`;
  return quoted('*', { kind: 'arn', description, rank: only > 0 && only === actions.length ? 0 : 3 });
}
