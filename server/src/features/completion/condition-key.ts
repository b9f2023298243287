import { escapeSnippet } from '../../base/snippet.ts';
import { actionConditionKeys } from '../../catalogue/action-condition-keys.ts';
import type { ActionInfo, Catalogue, ConditionKey } from '../../catalogue/catalogue.ts';
import { parseConditionOperator } from '../../iam/condition-operator.ts';
import { identityProviderClaim } from '../../iam/identity-provider-claim.ts';
import { fitsOperand, isMultivalued } from '../../iam/operand-fit.ts';
import type { Statement } from '../../policy/statement.ts';
import { allowedActions } from '../../reasoning/allowed-actions.ts';
import type { Completion, CompletionProvider } from './completion.ts';
import { usualKeys } from './usual-keys.ts';

/** Wider statements name no particular actions; their keys would be those of all services. */
const MAX_ACTIONS = 1000;

/** Keys that all actions of the statement send, then those that some send, then global keys; fitting types first. */
export const completeConditionKey: CompletionProvider<'conditionKey'> = function* (
  { policy, placed, operator, slot },
  catalogue,
) {
  const parsed = parseConditionOperator(operator);
  const fits = ({ type }: ConditionKey): boolean =>
    !parsed || (fitsOperand(type, parsed.operator.operand) && (!parsed.setOperator || isMultivalued(type)));
  const seen = new Set<string>();
  const usual = new Map(usualKeys(policy, placed.statement).map((name, place) => [name, place]));
  // A key that policies name often comes before one of equal fit that they hardly ever name.
  const rankOf = (key: ConditionKey, distance: number): number =>
    (fits(key) ? 0 : UNFIT) +
    (usual.get(key.name) ?? BEHIND_USUAL + distance + 2 * (9 - catalogue.conditionUsage(key.name)));
  for (const { key, senders, count } of sentKeys(placed.statement, catalogue)) {
    seen.add(key.name);
    const description = senders === count ? key.type : `${key.type}, ${senders} of ${count} actions`;
    yield keyCompletion(key, description, rankOf(key, senders === count ? 0 : 3), slot.hasColon);
  }
  for (const key of catalogue.globalConditionKeys()) {
    if (seen.has(key.name)) continue;
    seen.add(key.name);
    yield keyCompletion(key, key.type, rankOf(key, 2), slot.hasColon);
  }
  // Every identity provider has claims of its own, which no catalogue lists.
  for (const name of usual.keys()) {
    if (seen.has(name) || !identityProviderClaim(name)) continue;
    const key: ConditionKey = { name, type: 'String', description: '' };
    yield keyCompletion(key, key.type, rankOf(key, 0), slot.hasColon);
  }
};

const BEHIND_USUAL = 10;
const UNFIT = 50;

interface SentKey {
  readonly key: ConditionKey;
  readonly senders: number;
  readonly count: number;
}

function sentKeys(statement: Statement, catalogue: Catalogue): readonly SentKey[] {
  const actions = allowedActions(statement, catalogue);
  if (actions.size === 0 || actions.size > MAX_ACTIONS) return [];
  const counts = countSenders(actions.infos);
  return [...counts].map(([key, senders]) => ({ key, senders, count: actions.infos.length }));
}

function countSenders(actions: readonly ActionInfo[]): ReadonlyMap<ConditionKey, number> {
  const byName = new Map<string, { readonly key: ConditionKey; count: number }>();
  for (const action of actions) {
    for (const key of actionConditionKeys(action)) {
      const known = byName.get(key.name);
      if (known) known.count++;
      else byName.set(key.name, { key, count: 1 });
    }
  }
  return new Map([...byName.values()].map(({ key, count }) => [key, count]));
}

function keyCompletion(key: ConditionKey, description: string, rank: number, hasColon: boolean): Completion {
  const common = { label: key.name, kind: 'key' as const, description, rank, subject: `key:${key.name}` };
  const name = nameSnippet(key.name);
  const next = name.stops + 1;
  return hasColon
    ? { ...common, newText: `"${name.text}"`, isSnippet: true }
    : { ...common, newText: `"${name.text}": "$${next}"$0`, isSnippet: true, continues: true };
}

/** `aws:RequestTag/${TagKey}` with a tab stop for what the author must name. */
function nameSnippet(name: string): { readonly text: string; readonly stops: number } {
  let stops = 0;
  const text = name
    .split(/(\$\{[^}]*\}|<[^>]*>)/)
    .map((part, index) => {
      if (index % 2 === 0) return escapeSnippet(part);
      stops++;
      return `\${${stops}:${part.replace(/[${}<>]/g, '')}}`;
    })
    .join('');
  return { text, stops };
}
