import type { CodeAction, Diagnostic, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { plainText } from '../base/snippet.ts';
import { intersects, type TextRange } from '../base/text-range.ts';
import { addOverride } from '../config/add-override.ts';
import { folderOf, pathBelow } from '../config/location.ts';
import { commentsOf } from '../policy/comments.ts';
import { statementAt } from '../policy/policy-document.ts';
import type { LocatedFinding } from '../service.ts';
import type { ClientFeatures } from './client-features.ts';
import { toLspEdit, toRange } from './convert.ts';
import { toUri } from './location.ts';
import { WRITE_REASON_COMMAND } from './protocol.ts';

/** The configuration to write into. */
export interface SuppressTarget {
  readonly location: string;
  /** Undefined where the file is to be made. */
  readonly text: string | undefined;
}

export interface SuppressContext {
  readonly document: TextDocument;
  readonly location: string;
  /** Undefined for a document that lies nowhere yet. */
  readonly target: SuppressTarget | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly client: ClientFeatures;
}

/**
 * Ways to silence the findings that a range touches: in the configuration, and with a comment where JSON has some.
 *
 * None is ever preferred, and none is part of "fix all": that something is acceptable is a person's decision.
 */
export function suppressActions(
  findings: readonly LocatedFinding[],
  range: TextRange,
  context: SuppressContext,
): CodeAction[] {
  const touched = findings
    .filter((finding) => finding.policy && intersects(finding.range, range))
    .slice(0, MAX_FINDINGS);
  const actions = touched.flatMap((finding) => [
    ...inConfiguration(finding, context),
    ...withComment(finding, context),
  ]);
  const titles = new Set<string>();
  return actions.filter(({ title }) => !titles.has(title) && titles.add(title));
}

/** More are under no cursor, and nobody reads a longer list. */
const MAX_FINDINGS = 10;

/** Below `quickfix`, so that editors can show or hide them on their own. */
export const SUPPRESS = 'quickfix.suppress';

function inConfiguration(finding: LocatedFinding, context: SuppressContext): readonly CodeAction[] {
  const { target, location, client } = context;
  const path = target && pathBelow(folderOf(target.location), location);
  if (!target || path === undefined || (target.text === undefined && !client.createsFiles)) return [];
  const statement = statementName(finding);
  const ruleId = finding.rule.id;
  const added = addOverride(target.text, { file: path, statement, ruleId });
  if (!added) return [];

  const uri = toUri(target.location);
  const before = TextDocument.create(uri, 'jsonc', 0, target.text ?? '');
  const edits = added.edits.map((edit) => toLspEdit(before, edit));
  const place = toRange(TextDocument.create(uri, 'jsonc', 0, added.newText), added.reason);
  const title = `Suppress ${ruleId} for ${inWords(statement)} in ${nameOf(target.location)}…`;
  return [
    {
      title,
      kind: SUPPRESS,
      ...repaired(finding, context),
      edit: target.text === undefined ? newFile(uri, edits) : { changes: { [uri]: edits } },
      ...(client.isVsCode
        ? { command: { title, command: WRITE_REASON_COMMAND, arguments: [uri, place] } }
        : {}),
    },
  ];
}

function newFile(uri: string, edits: TextDocumentEdit['edits']): WorkspaceEdit {
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits },
    ],
  };
}

/** The Sid, or the place among the statements; undefined for what no statement holds. */
function statementName({ policy, policyRange }: LocatedFinding): string | undefined {
  const placed = policy && statementAt(policy, policyRange.start);
  if (!placed) return undefined;
  const sid = placed.statement.element('Sid')?.value;
  return sid?.kind === 'string' && sid.text !== '' ? sid.text : `#${placed.index}`;
}

function inWords(statement: string | undefined): string {
  if (statement === undefined) return 'this file';
  return statement.startsWith('#') ? `statement ${statement}` : `statement "${statement}"`;
}

function withComment(finding: LocatedFinding, context: SuppressContext): readonly CodeAction[] {
  const { document, client } = context;
  if (document.languageId !== 'jsonc') return [];
  const text = document.getText();
  const { line } = document.positionAt(finding.range.start);
  const start = document.offsetAt({ line, character: 0 });
  if (commentsOf(text).some(({ range }) => range.start < start && start < range.end)) return [];

  const indentation = /^[ \t]*/.exec(text.slice(start, finding.range.start))?.[0] ?? '';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const newText = `${indentation}// leastwise-disable-next-line ${finding.rule.id} -- \${1:reason}${eol}`;
  const position = { line, character: 0 };
  const range = { start: position, end: position };
  const { uri, version } = document;
  const edit: WorkspaceEdit = client.snippetEdits
    ? {
        documentChanges: [
          {
            textDocument: { uri, version },
            edits: [{ range, snippet: { kind: 'snippet', value: newText } }],
          } as TextDocumentEdit,
        ],
      }
    : { changes: { [uri]: [{ range, newText: plainText(newText) }] } };
  const title = `Suppress ${finding.rule.id} with a comment`;
  return [{ title, kind: SUPPRESS, ...repaired(finding, context), edit }];
}

function repaired(
  { rule, range }: LocatedFinding,
  { document, diagnostics }: SuppressContext,
): Pick<CodeAction, 'diagnostics'> {
  const found = diagnostics.filter(
    ({ code, range: known }) => code === rule.id && document.offsetAt(known.start) === range.start,
  );
  return found.length > 0 ? { diagnostics: found } : {};
}

function nameOf(location: string): string {
  return location.slice(folderOf(location).length + 1);
}
