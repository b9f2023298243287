import { applyEdits, type TextEdit } from '../../base/text-edit.ts';
import { expandActionPattern } from '../../catalogue/action-pattern.ts';
import type { AccessLevel, Catalogue } from '../../catalogue/catalogue.ts';
import type { PlacedStatement, PolicyDocument, PolicyFile } from '../../policy/policy-document.ts';
import { removeEntries } from '../../policy/remove-entries.ts';
import { parseStatement, type Statement } from '../../policy/statement.ts';
import type { UsedActions } from '../../reasoning/used-actions.ts';
import { narrowToLevels } from './narrow-to-levels.ts';
import { narrowToResources } from './narrow-to-resources.ts';
import { narrowToUsed } from './narrow-to-used.ts';
import type { Narrowing } from './narrowing.ts';
import { isFix, type WhyNot } from './transformed.ts';

/** What statements shall be narrowed to. Without levels and use: to what can be done with their resources. */
export interface NarrowRequest {
  readonly levels?: readonly AccessLevel[] | undefined;
  readonly used?: UsedActions | undefined;
  /** Only the statements with this Sid, or this place in their policy, counted from 0. */
  readonly statement?: string | undefined;
}

/** A file before and after, and what became of each statement that was asked for. */
export interface NarrowedFile {
  /** The text of the file. */
  readonly before: string;
  readonly after: string;
  readonly statements: readonly NarrowedStatement[];
}

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
}

/** Narrow the statements of a file's policies. Every policy keeps at least one statement. */
export function narrowFile(file: PolicyFile, catalogue: Catalogue, request: NarrowRequest): NarrowedFile {
  const results = file.policies.map((policy) => narrowPolicy(policy, catalogue, request));
  const edits = results.flatMap((result) => result.edits);
  return {
    before: file.text,
    after: applyEdits(file.text, edits),
    statements: results.flatMap(({ statements }) => statements),
  };
}

interface Narrowed {
  readonly placed: PlacedStatement;
  readonly result: NarrowedStatement;
  /** Of the statement afterwards. */
  readonly text: string;
}

function narrowPolicy(policy: PolicyDocument, catalogue: Catalogue, request: NarrowRequest) {
  const narrowed = policy.statements
    .filter((placed) => isAsked(placed, request.statement))
    .map((placed) => narrowStatement(placed, policy, catalogue, request));
  const gone = narrowed.filter(isRemoved).length;
  const mayRemove = gone < policy.statements.length && policy.strayStatements.length === 0;
  const settled = mayRemove ? narrowed : narrowed.map(keptInstead);
  const removed = new Set(settled.filter(isRemoved).map(({ placed }) => placed));
  const edits: readonly TextEdit[] = [
    ...settled
      .filter(({ result }) => result.outcome === 'narrowed')
      .map(({ placed, text }) => ({ range: rangeOf(placed), newText: text })),
    ...removeEntries(policy.text, policy.statements.map(rangeOf), (index) =>
      removed.has(policy.statements[index] as PlacedStatement),
    ),
  ];
  return {
    statements: settled.map(({ result }) => result),
    edits: edits.map((edit) => policy.embedding.editToFile(edit)),
  };
}

const isRemoved = ({ result }: Narrowed): boolean => result.outcome === 'removed';

/** Where a statement cannot go, because the policy would have none. */
function keptInstead(narrowed: Narrowed): Narrowed {
  const { result, placed } = narrowed;
  if (result.outcome !== 'removed') return narrowed;
  const { actionsBefore, countBefore, reason } = result;
  return {
    placed,
    text: placed.statement.text,
    result: {
      ...result,
      outcome: 'unchanged',
      actionsAfter: actionsBefore,
      countAfter: countBefore,
      removed: [],
      reason: `${reason} It stays, because a policy needs a statement.`,
    },
  };
}

function isAsked({ statement, index }: PlacedStatement, wanted: string | undefined): boolean {
  return wanted === undefined || sidOf(statement) === wanted || String(index) === wanted;
}

function sidOf(statement: Statement): string | undefined {
  const value = statement.element('Sid')?.value;
  return value?.kind === 'string' ? value.text : undefined;
}

function rangeOf({ statement, offset }: PlacedStatement) {
  return { start: offset, end: offset + statement.text.length };
}

type Step = (statement: Statement) => Narrowing | WhyNot;

/** Each step works on what the one before has left. */
function narrowStatement(
  placed: PlacedStatement,
  policy: PolicyDocument,
  catalogue: Catalogue,
  request: NarrowRequest,
): Narrowed {
  const { statement, pointer } = placed;
  let current = statement;
  let whyNot: WhyNot | undefined;
  for (const step of stepsOf(catalogue, request)) {
    const made = step(current);
    if (isFix(made)) current = parseStatement(applyEdits(current.text, made.edits)) ?? current;
    else whyNot = made;
    if (whyNot?.leavesNothing) break;
  }
  const isGone = whyNot?.leavesNothing === true;
  const outcome = isGone ? 'removed' : current === statement ? 'unchanged' : 'narrowed';
  const before = matchedBy(statement, catalogue);
  const after = isGone ? [] : matchedBy(current, catalogue);
  const remaining = new Set(after);
  return {
    placed,
    text: current.text,
    result: {
      pointer: policy.embedding.isString ? policy.pointer : policy.pointer + pointer,
      sid: sidOf(statement),
      outcome,
      actionsBefore: textsOf(statement),
      actionsAfter: isGone ? [] : textsOf(current),
      countBefore: before.length,
      countAfter: after.length,
      removed: before.filter((name) => !remaining.has(name)),
      unknown: textsOf(current).filter((text) => expandActionPattern(catalogue, text).length === 0),
      reason: outcome === 'narrowed' ? undefined : whyNot?.whyNot,
    },
  };
}

function stepsOf(catalogue: Catalogue, { levels, used }: NarrowRequest): readonly Step[] {
  const steps: Step[] = [];
  if (levels) steps.push((statement) => narrowToLevels(statement, catalogue, { levels }));
  if (used) steps.push((statement) => narrowToUsed(statement, catalogue, { used }));
  return steps.length > 0 ? steps : [(statement) => narrowToResources(statement, catalogue)];
}

const textsOf = ({ actions }: Statement): readonly string[] =>
  actions.filter(({ element }) => element === 'Action').map(({ text }) => text);

function matchedBy(statement: Statement, catalogue: Catalogue): readonly string[] {
  return [...new Set(textsOf(statement).flatMap((text) => expandActionPattern(catalogue, text)))];
}
