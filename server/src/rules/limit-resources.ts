import { escapeSnippet } from '../base/snippet.ts';
import type { TextEdit } from '../base/text-edit.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { layoutOf, renderJson } from '../policy/layout.ts';
import { replaceItem } from '../policy/replace-item.ts';
import { replaceList } from '../policy/replace-list.ts';
import type { ResourceString, Statement } from '../policy/statement.ts';
import { addStatementAfter } from '../policy/statement-edit.ts';
import { allowedActions } from '../reasoning/allowed-actions.ts';
import { canBeLimited } from '../reasoning/can-be-limited.ts';
import { keepToAccount } from './keep-to-account.ts';
import { type NeededArns, neededArns } from './needed-arns.ts';
import type { Fix, StatementPlace } from './rule.ts';
import { splitActions } from './split-actions.ts';

/**
 * Ways to narrow the `*` of a `Resource`: to ARNs that its actions need, while the actions that work only on `*` move
 * to a statement of their own; or to one account.
 */
export function limitResources(
  statement: Statement,
  star: ResourceString,
  catalogue: Catalogue,
  place: StatementPlace,
): readonly Fix[] {
  const arns = neededArns(allowedActions(statement, catalogue).infos.filter(canBeLimited));
  return [
    ...(arns ? [nameResources(statement, star, arns, catalogue, place)] : []),
    ...keepToAccount(statement),
  ];
}

function nameResources(
  statement: Statement,
  star: ResourceString,
  { names, snippets }: NeededArns,
  catalogue: Catalogue,
  place: StatementPlace,
): Fix {
  const starOnly = new Set(
    allowedActions(statement, catalogue)
      .infos.filter((info) => !canBeLimited(info))
      .map(({ servicePrefix, name }) => `${servicePrefix}:${name}`),
  );
  const { kept, moved } = splitActions(statement, catalogue, (name) => starOnly.has(name));
  const edits = [
    replaceItem(statement, 'Resource', star.value, snippets),
    ...(kept.length < statement.actions.length ? keepActions(statement, kept) : []),
    ...(moved.length > 0 ? addStatementAfter(statement, place, starStatement(statement, moved)) : []),
  ];
  const others = starOnly.size === 1 ? 'the action that needs' : `the ${starOnly.size} actions that need`;
  return {
    title: `Limit to ${names}${starOnly.size > 0 ? `, moving ${others} "*"` : ''}`,
    keepsAccess: false,
    isSnippet: true,
    edits,
  };
}

function keepActions(statement: Statement, kept: readonly string[]): readonly TextEdit[] {
  const edit = replaceList(statement, 'Action', kept.map(literal));
  return edit ? [edit] : [];
}

function starStatement(statement: Statement, actions: readonly string[]): Readonly<Record<string, string>> {
  const condition = statement.element('Condition')?.value?.range;
  return {
    Effect: '"Allow"',
    Action: renderJson(actions.map(literal), layoutOf(statement), 1),
    Resource: '"*"',
    ...(condition ? { Condition: escapeSnippet(statement.text.slice(condition.start, condition.end)) } : {}),
  };
}

const literal = (text: string): string => escapeSnippet(JSON.stringify(text).slice(1, -1));
