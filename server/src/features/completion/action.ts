import { wordMatcher } from '../../base/word-match.ts';
import { expandActionPattern } from '../../catalogue/action-pattern.ts';
import type { ActionInfo, Catalogue, Service } from '../../catalogue/catalogue.ts';
import { findAction } from '../../catalogue/find-action.ts';
import { isKnownAction } from '../../catalogue/is-known-action.ts';
import { servicesByUse } from '../../catalogue/services-by-use.ts';
import { ASSUME_ROLE_ACTIONS } from '../../iam/trust-action.ts';
import type { Cursor } from '../../policy/cursor.ts';
import type { Slot } from '../../policy/slot.ts';
import type { Statement } from '../../policy/statement.ts';
import { sendsTestedKeys } from '../../reasoning/key-support.ts';
import { usableInStatement } from '../../reasoning/usable-in-statement.ts';
import { apiNameMatches } from './api-name-matches.ts';
import type { Completion, CompletionProvider } from './completion.ts';
import { quoted } from './quoted.ts';
import { type RankedAction, rankActions, type WrittenActions } from './rank-actions.ts';
import { searchActions } from './search-actions.ts';

/** A list longer than this is no help in a policy. */
const MAX_EXPANSION = 300;

/** More than anybody reads; ec2 has over 800 actions. Every further letter asks again. */
const MAX_ACTIONS = 200;
const MAX_BEGUN_ACTIONS = 80;

/** Of over 450; the rest comes with the first letter. */
const MAX_SERVICES = 150;

type ActionCursor = Extract<Cursor, { readonly at: 'action' }>;

/**
 * `s3` → service prefixes, and actions by their words; `s3:Get` → the actions of s3, likeliest first; `s3:Get*` → what
 * it matches, and all of it at once.
 */
export const completeAction: CompletionProvider<'action'> = function* (cursor, catalogue) {
  const { typed } = cursor.slot;
  const colon = typed.indexOf(':');
  if (/[*?]/.test(typed)) {
    yield* matches(cursor, catalogue);
  } else if (colon >= 0) {
    const service = catalogue.service(typed.slice(0, colon));
    if (service) yield* actionsOf(service, typed.slice(colon + 1), cursor, catalogue);
  } else {
    if (cursor.policy.type.policyType === 'trust') yield* trustActions(catalogue);
    yield* searched(cursor, catalogue);
    yield* services(cursor, catalogue);
  }
};

/** Those that begin as typed come first, of these those that the policy names already, then those that policies name most. */
function* services({ policy, slot }: ActionCursor, catalogue: Catalogue): Iterable<Completion> {
  const used = new Set(
    policy.statements.flatMap(({ statement }) =>
      statement.actions.map(({ servicePrefix }) => servicePrefix.toLowerCase()),
    ),
  );
  const typed = slot.typed.toLowerCase();
  const matchOf = wordMatcher(typed);
  const fitting = servicesByUse(catalogue).filter(({ prefix }) => matchOf(prefix) !== undefined);
  const isShown = ({ prefix }: Service, place: number): boolean => place < MAX_SERVICES || used.has(prefix);
  for (const [place, { prefix, name }] of fitting.filter(isShown).entries()) {
    const begins = prefix.startsWith(typed) ? 0 : BEHIND_FOUND;
    yield {
      label: `${prefix}:`,
      kind: 'service',
      description: name,
      newText: `"${prefix}:$0"`,
      isSnippet: true,
      rank: begins + (used.has(prefix) ? 1 : 2 + place),
      continues: true,
      subject: `service:${prefix}`,
    };
  }
}

/** Actions found by their words stand between the services that begin as typed and all others. */
const FOUND = 1000;
const BEHIND_FOUND = 2000;

/** A request to assume a role carries one of few actions, so a trust policy needs no other service. */
function* trustActions(catalogue: Catalogue): Iterable<Completion> {
  for (const action of ASSUME_ROLE_ACTIONS) {
    if (catalogue.service('sts')?.hasAction(action.slice(4))) yield actionCompletion(catalogue, action, 0);
  }
}

/** Someone who types `list buckets` knows what the action does, but not whose it is. */
function* searched({ slot }: ActionCursor, catalogue: Catalogue): Iterable<Completion> {
  for (const [place, { action, description }] of searchActions(slot.typed, catalogue).entries()) {
    yield {
      ...actionCompletion(catalogue, action, FOUND + place),
      filterText: `"${slot.typed}`,
      description,
    };
  }
}

function* actionsOf(
  service: Service,
  typed: string,
  cursor: ActionCursor,
  catalogue: Catalogue,
): Iterable<Completion> {
  const filterText = `"${cursor.slot.typed}`;
  const ranked = rankActions(service, typed, writtenActions(cursor, service));
  const shown = usableFirst(ranked, typed, cursor.placed.statement, service, catalogue);
  for (const [place, { name, index, isUsable }] of shown.entries()) {
    const action = `${service.prefix}:${name}`;
    const level = service.accessLevelAt(index);
    yield quoted(action, {
      kind: 'action',
      description: isUsable ? level : `${level} · not with what the statement says`,
      filterText,
      rank: 2 * place,
      subject: `action:${action}`,
    });
  }
  const names = new Set(shown.map(({ name }) => `${service.prefix}:${name}`));
  const rank = shown.some(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()))
    ? BEHIND_NAMES
    : 0;
  for (const { action, operation } of apiNameMatches(service.prefix, typed)) {
    if (names.has(action) || !isKnownAction(action, catalogue)) continue;
    const description = `allows the operation ${operation}`;
    yield { ...actionCompletion(catalogue, action, rank), filterText, description };
  }
}

/**
 * As many as anybody reads, without what can be used on none of the resources that are there already, or never sends
 * the keys that are tested; but who has typed the beginning of such a name means it, and will change the rest.
 */
function usableFirst(
  ranked: readonly RankedAction[],
  typed: string,
  statement: Statement,
  service: Service,
  catalogue: Catalogue,
): readonly (RankedAction & { readonly isUsable: boolean })[] {
  const most = typed === '' ? MAX_ACTIONS : MAX_BEGUN_ACTIONS;
  const isUsableHere = usableInStatement(statement, service);
  const sendsKeys = sendsTestedKeys(statement, service, catalogue);
  const isUsable = ({ name }: RankedAction): boolean => {
    const info = service.action(name);
    return info === undefined || (isUsableHere(info) && sendsKeys(info));
  };
  const usable: RankedAction[] = [];
  for (const action of ranked) {
    if (usable.length === most) break;
    if (isUsable(action)) usable.push(action);
  }
  const begun = typed.toLowerCase();
  const isBegun = typed.length < MIN_MEANT || usable.some(({ name }) => name.toLowerCase().startsWith(begun));
  if (usable.length > 0 && isBegun) return usable.map((action) => ({ ...action, isUsable: true }));
  return ranked.slice(0, most).map((action) => ({ ...action, isUsable: isUsable(action) }));
}

/** Fewer letters than these begin too many names to tell what is meant. */
const MIN_MEANT = 3;

/** An action found by an operation's name stands behind the likeliest that really begin so. */
const BEHIND_NAMES = 7;

function writtenActions(
  { policy, placed, slot, element }: ActionCursor,
  { prefix }: Service,
): WrittenActions {
  const start = slot.range.start - placed.offset;
  const namesOf = ({ statement }: typeof placed): readonly string[] =>
    statement.actions
      .filter((action) => action.servicePrefix.toLowerCase() === prefix && action.name && !action.isPattern)
      .filter((action) => statement !== placed.statement || action.range.start !== start)
      .map(({ name }) => name ?? '');
  const inList = placed.statement.actions.some((action) => action.element === element) ? namesOf(placed) : [];
  const elsewhere = policy.statements
    .slice(0, 50)
    .filter((other) => other !== placed)
    .flatMap(namesOf);
  return { inList, elsewhere };
}

function* matches({ slot, placed }: ActionCursor, catalogue: Catalogue): Iterable<Completion> {
  const pattern = slot.text;
  const matched = expandActionPattern(catalogue, pattern);
  const usable = usableActions(matched, placed.statement, catalogue);
  const actions = usable.length > 0 ? usable : matched;
  if (actions.length === 0) return;
  const filterText = `"${slot.typed}`;
  if (actions.length > 1 && actions.length <= MAX_EXPANSION) {
    yield {
      label: `Expand ${pattern} to ${actions.length} actions`,
      kind: 'value',
      newText: expansion(slot, actions),
      filterText,
      rank: 0,
      subject: `action:${pattern}`,
    };
  }
  for (const action of actions.slice(0, MAX_ACTIONS)) {
    yield { ...actionCompletion(catalogue, action, 1), filterText };
  }
}

/** Those that can be used on the resources that are there already. */
function usableActions(
  actions: readonly string[],
  statement: Statement,
  catalogue: Catalogue,
): readonly string[] {
  const tests = new Map<string, (action: ActionInfo) => boolean>();
  return actions.filter((action) => {
    const info = findAction(catalogue, action);
    const service = info && catalogue.service(info.servicePrefix);
    if (!info || !service) return true;
    const isUsable = tests.get(service.prefix) ?? usableInStatement(statement, service);
    tests.set(service.prefix, isUsable);
    return isUsable(info);
  });
}

/**
 * In a list the names take the place of the string, one a line if the string has a line of its own (the editor
 * indents them); a lone string becomes a list.
 */
function expansion(slot: Slot, actions: readonly string[]): string {
  const strings = actions.map((action) => JSON.stringify(action));
  if (!slot.isInList) return `[${strings.join(', ')}]`;
  return strings.join(slot.isFirstOfLine ? ',\n' : ', ');
}

function actionCompletion(catalogue: Catalogue, action: string, rank: number): Completion {
  const [prefix = '', name = ''] = action.split(':');
  const description = catalogue.service(prefix)?.accessLevel(name) ?? '';
  return quoted(action, { kind: 'action', description, rank, subject: `action:${action}` });
}
