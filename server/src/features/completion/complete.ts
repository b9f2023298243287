import { escapeInserted } from '../../base/snippet.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { type Cursor, cursorAt } from '../../policy/cursor.ts';
import type { PolicyDocument, PolicyFile } from '../../policy/policy-document.ts';
import { completeAction } from './action.ts';
import type { CompletionList, CompletionProvider } from './completion.ts';
import { completeConditionKey } from './condition-key.ts';
import { completeConditionOperator } from './condition-operator.ts';
import { completeConditionValue } from './condition-value.ts';
import { completeEffect } from './effect.ts';
import { completePolicyElement, completeStatementElement } from './element.ts';
import { completePrincipal, completePrincipalType } from './principal.ts';
import { completeResource } from './resource.ts';
import { completeSid } from './sid.ts';
import { completeStatement } from './statement.ts';
import { completeVersion } from './version.ts';

/** The compiler asks for a provider whenever a kind of cursor is added. */
const PROVIDERS: { readonly [At in Cursor['at']]: CompletionProvider<At> } = {
  nothing: () => [],
  policyElement: completePolicyElement,
  version: completeVersion,
  id: () => [],
  statement: completeStatement,
  statementElement: completeStatementElement,
  sid: completeSid,
  effect: completeEffect,
  action: completeAction,
  resource: completeResource,
  principalType: completePrincipalType,
  principal: completePrincipal,
  conditionOperator: completeConditionOperator,
  conditionKey: completeConditionKey,
  conditionValue: completeConditionValue,
};

/** Proposals at an offset of the file, ready to insert there: with quotes, commas and the escapes of the file. */
export function complete(
  file: PolicyFile,
  offset: number,
  catalogue: Catalogue,
  others: readonly PolicyDocument[] = [],
): CompletionList | undefined {
  const cursor = cursorAt(file, offset);
  if (cursor.at === 'nothing' || !hasRoom(cursor)) return undefined;
  const provider = PROVIDERS[cursor.at] as CompletionProvider<Cursor['at']>;
  const { policy, slot } = cursor;
  // Two edits at one place have no order, so a comma that is missing right here is part of what is inserted.
  const isCommaHere = slot.commaBefore === slot.range.start;
  const between = (newText: string): string =>
    `${isCommaHere ? ', ' : ''}${newText}${slot.needsCommaAfter ? ',' : ''}`;
  const inFile = (newText: string): string =>
    policy.embedding.editToFile({ range: slot.range, newText }).newText;
  const items = [...provider(cursor, catalogue, others)].map((item) => ({
    ...item,
    newText: item.isSnippet ? snippetInFile(policy, between(item.newText)) : inFile(between(item.newText)),
    filterText: inFile(item.filterText ?? JSON.stringify(item.label)),
  }));
  return {
    items,
    range: policy.embedding.toFile(slot.range),
    additionalEdits:
      slot.commaBefore === undefined || isCommaHere ? [] : [commaAt(cursor.policy, slot.commaBefore)],
    isIncomplete: isRankedByUs(cursor),
  };
}

/** Its own escapes are no part of what it inserts, so they are not escaped once more inside a JSON string. */
function snippetInFile({ embedding }: PolicyDocument, snippet: string): string {
  if (!embedding.isString) return snippet;
  return escapeInserted(snippet, (character) => JSON.stringify(character).slice(1, -1));
}

function commaAt(policy: Extract<Cursor, { policy: unknown }>['policy'], offset: number) {
  return policy.embedding.editToFile({ range: { start: offset, end: offset }, newText: ',' });
}

/** What is typed next changes the order of actions, and wildcards are matched by us: the editor must ask again. */
function isRankedByUs(cursor: Exclude<Cursor, { at: 'nothing' }>): boolean {
  return cursor.at === 'action';
}

/**
 * Nothing can stand between a key and its colon, between the colon and a value that is there, nor right behind the
 * quote of a value.
 */
function hasRoom({ at, policy, slot }: Exclude<Cursor, { at: 'nothing' }>): boolean {
  const { isKey, hasColon, isQuoted, isInList, range, text, commaBefore } = slot;
  if (isQuoted || text !== '') return isKey || !hasColon;
  const rest = policy.text.slice(range.end, range.end + 2000);
  const hasValue = !isKey && !isInList && BEFORE_VALUE.test(rest);
  const isBehindQuote = at !== 'statement' && commaBefore === range.start;
  return !hasColon && !hasValue && !isBehindQuote;
}

const BEFORE_VALUE = /^\s*(?:"(?:[^"\\\n]|\\.)*"(?!\s*:)|[[{\d-]|true|false|null)/;
