import type { TextRange } from '../../base/text-range.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { type Cursor, cursorAt } from '../../policy/cursor.ts';
import type { PolicyFile } from '../../policy/policy-document.ts';
import { hoverAction } from './action.ts';
import type { AccountName } from './arn-in-words.ts';
import { hoverConditionKey } from './condition-key.ts';
import { hoverConditionOperator } from './condition-operator.ts';
import { hoverConditionValue } from './condition-value.ts';
import { hoverEffect } from './effect.ts';
import { hoverId, hoverPolicyElement, hoverSid, hoverStatementElement } from './element.ts';
import type { HoverProvider } from './hover-provider.ts';
import { hoveredString } from './hovered-string.ts';
import { variableMarkdown } from './policy-variable.ts';
import { hoverPrincipal, hoverPrincipalType } from './principal.ts';
import { hoverResource } from './resource.ts';
import { hoverVersion } from './version.ts';

export interface Hover {
  /** In the file: the string that is explained, quotes included. */
  readonly range: TextRange;
  readonly markdown: string;
}

export interface HoverOptions {
  /** False: `Effect` says only what the statement does. */
  readonly evaluationOrder?: boolean;
  /** Names that the user has given accounts. */
  readonly accountName?: AccountName | undefined;
}

/** The compiler asks for a provider whenever a kind of cursor is added. */
const PROVIDERS: { readonly [At in Cursor['at']]: HoverProvider<At> } = {
  nothing: () => undefined,
  policyElement: hoverPolicyElement,
  version: hoverVersion,
  id: hoverId,
  statement: () => undefined,
  statementElement: hoverStatementElement,
  sid: hoverSid,
  effect: hoverEffect,
  action: hoverAction,
  resource: hoverResource,
  principalType: hoverPrincipalType,
  principal: hoverPrincipal,
  conditionOperator: hoverConditionOperator,
  conditionKey: hoverConditionKey,
  conditionValue: hoverConditionValue,
};

/** What there is to say about the string at an offset of the file; undefined outside the strings of a policy. */
export function hover(
  file: PolicyFile,
  offset: number,
  catalogue: Catalogue,
  { evaluationOrder = true, accountName }: HoverOptions = {},
): Hover | undefined {
  const cursor = cursorAt(file, offset);
  if (cursor.at === 'nothing') return;
  const inner = cursor.policy.embedding.fromFile(offset);
  const string = inner === undefined ? undefined : hoveredString(cursor, inner);
  if (!string) return;
  const provider = PROVIDERS[cursor.at] as HoverProvider<Cursor['at']>;
  const markdown =
    variableMarkdown(cursor, string, inner as number, catalogue) ??
    provider(cursor, { text: string.text, catalogue, evaluationOrder, accountName });
  return markdown === undefined
    ? undefined
    : { range: cursor.policy.embedding.toFile(string.range), markdown };
}
