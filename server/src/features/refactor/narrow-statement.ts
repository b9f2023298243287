import { applyEdits } from '../../base/text-edit.ts';
import { expandActionPattern } from '../../catalogue/action-pattern.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { PlacedStatement, PolicyDocument } from '../../policy/policy-document.ts';
import { readPolicies } from '../../policy/read-policies.ts';
import { replaceItems } from '../../policy/replace-items.ts';
import { parseStatement, type Statement } from '../../policy/statement.ts';
import { plainEdits } from '../../rules/plain-edits.ts';
import type { Fix, StatementPlace } from '../../rules/rule.ts';
import { addGuard } from './add-guard.ts';
import { collapseActions } from './collapse-actions.ts';
import { excludeSensitive } from './exclude-sensitive.ts';
import { limitToArns } from './limit-to-arns.ts';
import { limitToUsedResources } from './limit-to-used-resources.ts';
import type { NarrowRequest } from './narrow-request.ts';
import { narrowToLevels } from './narrow-to-levels.ts';
import { narrowToResources } from './narrow-to-resources.ts';
import { narrowToUsed } from './narrow-to-used.ts';
import { splitByResource } from './split-by-resource.ts';
import { isFix, type Transformed, type WhyNot } from './transformed.ts';

/** What became of one statement. */
export interface NarrowedStatement {
  /** RFC 6901 pointer from the root of the file; to the string that holds the policy where it is inside one. */
  readonly pointer: string;
  readonly sid: string | undefined;
  /** `removed`: nothing of it remained. */
  readonly outcome: 'narrowed' | 'removed' | 'unchanged';
  /** Strings of `Action`. */
  readonly actionsBefore: readonly string[];
  readonly actionsAfter: readonly string[];
  /** How many actions of the catalogue they match. */
  readonly countBefore: number;
  readonly countAfter: number;
  /** Full names of the actions that are no longer allowed. */
  readonly removed: readonly string[];
  /** Strings that match nothing in the catalogue and stay. */
  readonly unknown: readonly string[];
  /** Why it is removed or unchanged. */
  readonly reason: string | undefined;
  /** What became of `Resource`, where it was to name what was used; a sentence. */
  readonly note?: string;
}

export interface Narrowed {
  readonly placed: PlacedStatement;
  readonly result: NarrowedStatement;
  /** Of what stands in its place afterwards: one statement, or several with commas between them. */
  readonly text: string;
}

/** Narrow one statement step by step: each step works on what the one before has left. */
export function narrowStatement(
  placed: PlacedStatement,
  policy: PolicyDocument,
  catalogue: Catalogue,
  request: NarrowRequest,
): Narrowed {
  const { statement, pointer } = placed;
  let text = statement.text;
  let whyNot: WhyNot | undefined;
  let note: string | undefined;
  for (const step of stepsOf(policy, catalogue, request)) {
    const current = text === statement.text ? statement : parseStatement(text);
    // A statement that was split is as it should be.
    if (!current || current.isBroken) break;
    const made = step(current);
    note = made.note ?? note;
    if (isFix(made)) text = applyEdits(text, plainEdits(made));
    else whyNot = made;
    if (whyNot?.leavesNothing) break;
  }
  const isGone = whyNot?.leavesNothing === true;
  const outcome = isGone ? 'removed' : text === statement.text ? 'unchanged' : 'narrowed';
  const actionsBefore = textsOf(statement);
  const actionsAfter = isGone ? [] : outcome === 'unchanged' ? actionsBefore : actionsIn(text);
  const before = matchedBy(actionsBefore, catalogue);
  const after = matchedBy(actionsAfter, catalogue);
  return {
    placed,
    text,
    result: {
      pointer: policy.embedding.isString ? policy.pointer : policy.pointer + pointer,
      sid: sidOf(statement),
      outcome,
      actionsBefore,
      actionsAfter,
      countBefore: before.size,
      countAfter: after.size,
      removed: [...before].filter((name) => !after.has(name)),
      unknown: actionsAfter.filter((action) => expandActionPattern(catalogue, action).length === 0),
      reason: outcome === 'narrowed' ? undefined : whyNot?.whyNot,
      ...(note && !isGone ? { note } : {}),
    },
  };
}

export function sidOf(statement: Statement): string | undefined {
  const value = statement.element('Sid')?.value;
  return value?.kind === 'string' ? value.text : undefined;
}

type Step = (statement: Statement) => Transformed;

function stepsOf(policy: PolicyDocument, catalogue: Catalogue, request: NarrowRequest): readonly Step[] {
  const { levels, without, used, guards = [], form } = request;
  const { policyType } = policy.type;
  const place: StatementPlace = { isInList: policy.statementValue?.kind === 'array', removal: undefined };
  const steps: Step[] = [];
  if (levels) steps.push((statement) => narrowToLevels(statement, catalogue, { levels }));
  if (without) steps.push((statement) => excludeSensitive(statement, catalogue, { kinds: without }));
  if (used) steps.push((statement) => narrowToUsed(statement, catalogue, { used }));
  if (used && request.toUsedResources) {
    steps.push((statement) => limitToUsedResources(statement, catalogue, { used }));
  }
  if (request.toResources) steps.push((statement) => narrowToResources(statement, catalogue));
  for (const guard of guards) steps.push((statement) => addGuard(statement, { guard, policyType }));
  if (form === 'patterns') steps.push((statement) => collapseActions(statement, catalogue));
  if (form === 'names') steps.push((statement) => expandActions(statement, catalogue));
  if (request.limitsResources) {
    steps.push((statement) => firstSnippet(limitToArns(statement, catalogue, { place })));
  }
  if (request.splits) steps.push((statement) => splitByResource(statement, catalogue, { place }));
  return steps.length > 0 ? steps : [(statement) => narrowToResources(statement, catalogue)];
}

/** The one that names ARNs; the others keep the `*` and add a condition. */
function firstSnippet(fixes: readonly Fix[] | WhyNot): Transformed {
  if ('whyNot' in fixes) return fixes;
  return fixes.find(({ isSnippet }) => isSnippet) ?? { whyNot: 'Its actions can be used on "*" only.' };
}

/** A policy may have no more characters, and a name has more than six. */
const MAX_NAMES = 1000;

function expandActions(statement: Statement, catalogue: Catalogue): Transformed {
  const [element, ...others] = new Set(statement.actions.map((action) => action.element));
  if (!element || others.length > 0) return { whyNot: 'It has no list of actions.' };
  const listed = new Set<string>();
  const names = new Map(
    statement.actions.map(({ value, text, isPattern }) => {
      const own = isPattern ? expandActionPattern(catalogue, text) : [];
      const added = (own.length > 0 ? own : [text]).filter((name) => !listed.has(name.toLowerCase()));
      for (const name of added) listed.add(name.toLowerCase());
      return [value, added] as const;
    }),
  );
  if (listed.size > MAX_NAMES) return { whyNot: `Its ${listed.size} actions are too many for a policy.` };
  const edits = statement.actions.some(({ isPattern }) => isPattern)
    ? replaceItems(statement, element, names)
    : undefined;
  if (!edits) return { whyNot: 'It has no wildcard.' };
  return { title: `Expand to ${listed.size} actions`, keepsAccess: false, edits };
}

const textsOf = ({ actions }: Statement): readonly string[] =>
  actions.filter(({ element }) => element === 'Action').map(({ text }) => text);

function actionsIn(statements: string): readonly string[] {
  const list = statements.startsWith('[') ? statements : `[${statements}]`;
  const { policies } = readPolicies(`{"Statement":${list}}`, { isPolicyFile: true, comments: 'allowed' });
  return policies.flatMap((policy) => policy.statements.flatMap(({ statement }) => textsOf(statement)));
}

function matchedBy(actions: readonly string[], catalogue: Catalogue): ReadonlySet<string> {
  return new Set(actions.flatMap((text) => expandActionPattern(catalogue, text)));
}
