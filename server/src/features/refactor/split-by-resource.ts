import { expandActionPattern } from '../../catalogue/action-pattern.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { exactPatterns } from '../../catalogue/exact-patterns.ts';
import { findAction } from '../../catalogue/find-action.ts';
import { layoutOf, renderJson } from '../../policy/layout.ts';
import { replaceItems } from '../../policy/replace-items.ts';
import type { ResourceString, Statement } from '../../policy/statement.ts';
import { addStatementAfter } from '../../policy/statement-edit.ts';
import type { StringValue } from '../../policy/value.ts';
import { writtenValue } from '../../policy/written-value.ts';
import { usableResources } from '../../reasoning/usable-resources.ts';
import { lazyFix } from '../../rules/lazy-fix.ts';
import type { StatementPlace } from '../../rules/rule.ts';
import { whyNotByResources } from './narrow-to-resources.ts';
import { whyNotNarrow } from './narrowing.ts';
import type { Transformed } from './transformed.ts';

export interface SplitOptions {
  readonly place: Pick<StatementPlace, 'isInList'>;
  /**
   * What becomes of actions that can be used on none of the resources, and so were never allowed: `dropped`, or `on
   * star`: those that take no resource get a statement with `*`, which widens.
   */
  readonly others?: 'dropped' | 'on star';
}

/** More statements than this are no help. */
const MAX_STATEMENTS = 6;

/**
 * Split a statement whose actions take different resources: one statement for each set of its resources that some
 * actions can be used on. Effect, Principal and Condition are kept.
 */
export function splitByResource(
  statement: Statement,
  catalogue: Catalogue,
  { place, others = 'dropped' }: SplitOptions,
): Transformed {
  const whyNot = whyNotNarrow(statement) ?? whyNotByResources(statement);
  if (whyNot) return { whyNot };
  const { groups, unusable } = actionGroups(statement, catalogue);
  const onStar = others === 'on star' ? unusable.filter((name) => takesNoResource(name, catalogue)) : [];
  const [first, ...rest] = groups;
  if (!first) return { whyNot: 'None of its actions can be used on its resources.' };
  if (others === 'on star' && onStar.length === 0) return { whyNot: 'Each of its actions takes a resource.' };
  const count = groups.length + (onStar.length > 0 ? 1 : 0);
  if (count === 1) return { whyNot: 'All of its actions can be used on the same resources.' };
  if (count > MAX_STATEMENTS) return { whyNot: `It would become ${count} statements.` };

  const size = groups.reduce((sum, { names }) => sum + names.size, 0) + onStar.length;
  const title = `Split by resource into ${count} statements (${counted(size)}${noteOn(onStar, unusable)})`;
  return lazyFix({ title, keepsAccess: false }, () => {
    const added = rest.map((group) =>
      statementFor(statement, actionsOf(statement, group, catalogue), group.resources),
    );
    if (onStar.length > 0) {
      const group = { names: new Set(onStar), resources: [] };
      added.push(statementFor(statement, actionsOf(statement, group, catalogue), undefined));
    }
    return [...keepGroup(statement, first, catalogue), ...addStatementAfter(statement, place, ...added)];
  });
}

interface ActionGroup {
  readonly names: Set<string>;
  readonly resources: readonly ResourceString[];
}

function actionGroups(statement: Statement, catalogue: Catalogue) {
  const usable = usableResources(statement.resources, catalogue);
  const groups = new Map<string, ActionGroup>();
  const unusable: string[] = [];
  for (const name of new Set(statement.actions.flatMap(({ text }) => expandActionPattern(catalogue, text)))) {
    const info = findAction(catalogue, name);
    const resources = info ? usable(info) : [];
    if (resources.length === 0) {
      unusable.push(name);
      continue;
    }
    const key = resources.map(({ range }) => range.start).join();
    const group = groups.get(key) ?? { names: new Set<string>(), resources };
    groups.set(key, group);
    group.names.add(name);
  }
  return { groups: [...groups.values()], unusable };
}

function takesNoResource(name: string, catalogue: Catalogue): boolean {
  return findAction(catalogue, name)?.resources.length === 0;
}

const counted = (size: number): string => `${size} ${size === 1 ? 'action' : 'actions'}`;

function noteOn(onStar: readonly string[], unusable: readonly string[]): string {
  if (onStar.length > 0) return `, ${onStar.length} of them newly allowed, on "*"`;
  return unusable.length > 0 ? `, without ${unusable.length} that take none of the resources` : '';
}

/** The strings that match the actions of a group: as written where they match no others. */
function actionsOf(
  { actions }: Statement,
  { names }: Pick<ActionGroup, 'names'>,
  catalogue: Catalogue,
): readonly string[] {
  const texts = actions.flatMap(({ text }) => {
    const matched = expandActionPattern(catalogue, text);
    const own = matched.filter((name) => names.has(name));
    return own.length > 0 && own.length === matched.length ? [text] : exactPatterns(catalogue, own, text);
  });
  return [...new Set(texts)];
}

/** The first group stays where it is, with what is in no catalogue; the other strings leave. */
function keepGroup(statement: Statement, group: ActionGroup, catalogue: Catalogue) {
  const actions = new Map<StringValue, readonly string[]>();
  for (const { text, value } of statement.actions) {
    const matched = expandActionPattern(catalogue, text);
    const own = matched.filter((name) => group.names.has(name));
    if (own.length < matched.length) actions.set(value, exactPatterns(catalogue, own, text));
  }
  const resources = new Map<StringValue, readonly string[]>();
  for (const resource of statement.resources) {
    if (!group.resources.includes(resource)) resources.set(resource.value, []);
  }
  return [
    ...(replaceItems(statement, 'Action', actions) ?? []),
    ...(replaceItems(statement, 'Resource', resources) ?? []),
  ];
}

function statementFor(
  statement: Statement,
  actions: readonly string[],
  resources: readonly ResourceString[] | undefined,
): Readonly<Record<string, string>> {
  const layout = layoutOf(statement);
  const quoted = (texts: readonly string[]): string =>
    renderJson(
      texts.map((text) => JSON.stringify(text).slice(1, -1)),
      layout,
      1,
    );
  const members = {
    Effect: writtenValue(statement, 'Effect'),
    Principal: writtenValue(statement, 'Principal'),
    NotPrincipal: writtenValue(statement, 'NotPrincipal'),
    Action: quoted(actions),
    Resource: resources ? quoted(resources.map(({ text }) => text)) : '"*"',
    Condition: writtenValue(statement, 'Condition'),
  };
  return Object.fromEntries(Object.entries(members).filter((entry) => entry[1] !== undefined)) as Record<
    string,
    string
  >;
}
