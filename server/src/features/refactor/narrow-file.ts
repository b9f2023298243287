import { applyEdits, type TextEdit } from '../../base/text-edit.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { PlacedStatement, PolicyDocument, PolicyFile } from '../../policy/policy-document.ts';
import { removeEntries } from '../../policy/remove-entries.ts';
import type { NarrowRequest } from './narrow-request.ts';
import { type Narrowed, type NarrowedStatement, narrowStatement, sidOf } from './narrow-statement.ts';
import { statementsToNarrow } from './statements-to-narrow.ts';

/** A file before and after, and what became of each statement that was asked for. */
export interface NarrowedFile {
  /** The text of the file. */
  readonly before: string;
  readonly after: string;
  /** What leads from one to the other; offsets of the file. */
  readonly edits: readonly TextEdit[];
  readonly statements: readonly NarrowedStatement[];
}

/** Narrow the statements of a file's policies. Every policy keeps at least one statement. */
export function narrowFile(file: PolicyFile, catalogue: Catalogue, request: NarrowRequest): NarrowedFile {
  const { range, statement: wanted } = request;
  const touched = range && new Set(statementsToNarrow(file, range).map(({ placed }) => placed));
  const isAsked = (placed: PlacedStatement): boolean =>
    (wanted === undefined || isNamed(placed, wanted)) && (touched?.has(placed) ?? true);
  const results = file.policies.map((policy) =>
    narrowPolicy(
      policy,
      policy.statements.filter(isAsked).map((placed) => narrowStatement(placed, policy, catalogue, request)),
    ),
  );
  const edits = results.flatMap((result) => result.edits);
  return {
    before: file.text,
    after: applyEdits(file.text, edits),
    edits,
    statements: results.flatMap(({ statements }) => statements),
  };
}

function narrowPolicy(policy: PolicyDocument, narrowed: readonly Narrowed[]) {
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

function isNamed({ statement, index }: PlacedStatement, wanted: string): boolean {
  return sidOf(statement) === wanted || String(index) === wanted;
}

function rangeOf({ statement, offset }: PlacedStatement) {
  return { start: offset, end: offset + statement.text.length };
}
