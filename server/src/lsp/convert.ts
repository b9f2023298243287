import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CodeAction,
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  InsertTextFormat,
  InsertTextMode,
  type CompletionList as LspCompletionList,
  type TextEdit as LspTextEdit,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { plainText } from '../base/snippet.ts';
import type { TextEdit } from '../base/text-edit.ts';
import type { TextRange } from '../base/text-range.ts';
import type { Action, CompletionKind, CompletionList, LocatedFinding, Severity } from '../service.ts';
import type { ClientFeatures } from './client-features.ts';

/** From offsets and our own words to what LSP says; the only place that knows both. */

export function toRange(document: TextDocument, { start, end }: TextRange): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

export function toTextRange(document: TextDocument, { start, end }: Range): TextRange {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(document: TextDocument, finding: LocatedFinding, href: string): Diagnostic {
  return {
    range: toRange(document, finding.range),
    severity: SEVERITY[finding.severity],
    source: 'iam',
    code: finding.rule.id,
    codeDescription: { href },
    message: finding.message,
    ...(finding.isUnnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

const KIND: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  element: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  service: CompletionItemKind.Module,
  action: CompletionItemKind.Function,
  statement: CompletionItemKind.Snippet,
  operator: CompletionItemKind.Operator,
  key: CompletionItemKind.Property,
  arn: CompletionItemKind.Reference,
};

/** Items share their range through `itemDefaults` where the client knows it: half the bytes. */
export function toCompletionList(
  document: TextDocument,
  { items, range, additionalEdits, isIncomplete }: CompletionList,
  client: ClientFeatures,
): LspCompletionList {
  const editRange = toRange(document, range);
  const additionalTextEdits = additionalEdits.map((edit) => toLspEdit(document, edit));
  return {
    isIncomplete,
    ...(client.completionDefaults ? { itemDefaults: { editRange } } : {}),
    items: items.map((item): CompletionItem => {
      const isSnippet = item.isSnippet === true && client.snippets;
      const newText = item.isSnippet && !isSnippet ? plainText(item.newText) : item.newText;
      const hasDetail = item.description !== undefined;
      return {
        label: item.label,
        kind: KIND[item.kind],
        filterText: item.filterText,
        sortText: `!${String(item.rank ?? 0).padStart(4, '0')}${item.label}`,
        ...(client.completionDefaults
          ? { textEditText: newText }
          : { textEdit: { range: editRange, newText } }),
        ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
        ...(newText.includes('\n') ? { insertTextMode: InsertTextMode.adjustIndentation } : {}),
        ...(hasDetail && client.labelDetails ? { labelDetails: { description: item.description } } : {}),
        ...(hasDetail && !client.labelDetails ? { detail: item.description } : {}),
        ...(item.subject ? { data: item.subject } : {}),
        ...(item.isDeprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
        ...(item.continues && client.retrigger ? { command: RETRIGGER } : {}),
        ...(additionalTextEdits.length > 0 ? { additionalTextEdits } : {}),
      };
    }),
  };
}

const RETRIGGER = { title: 'Continue', command: 'editor.action.triggerSuggest' };

/** The action with its edit. */
export function toCodeAction(
  document: TextDocument,
  action: Action,
  diagnostics: readonly Diagnostic[],
  client: ClientFeatures,
): CodeAction {
  const repaired = action.finding && diagnostics.filter((known) => isSame(document, known, action.finding));
  return {
    title: action.title,
    kind: action.kind,
    ...(repaired?.length ? { diagnostics: repaired } : {}),
    ...(action.isPreferred ? { isPreferred: true } : {}),
    edit: toWorkspaceEdit(document, action, client),
  };
}

/** What leads from a code action without edit back to where it was offered. */
export interface CodeActionData {
  readonly uri: string;
  readonly version: number;
  readonly range: TextRange;
}

/** The action without its edit, which may take some time and is asked for when the user picks it. */
export function toLazyCodeAction(
  document: TextDocument,
  { title, kind }: Action,
  range: TextRange,
): CodeAction {
  const data: CodeActionData = { uri: document.uri, version: document.version, range };
  return { title, kind, data };
}

function isSame(document: TextDocument, known: Diagnostic, finding: LocatedFinding | undefined): boolean {
  return (
    finding !== undefined &&
    known.code === finding.rule.id &&
    document.offsetAt(known.range.start) === finding.range.start
  );
}

function toWorkspaceEdit(
  document: TextDocument,
  { edits, isSnippet }: Action,
  client: ClientFeatures,
): WorkspaceEdit {
  if (isSnippet && client.snippetEdits) {
    const textDocument = { uri: document.uri, version: document.version };
    const snippetEdits = edits.map(({ range, newText }) => ({
      range: toRange(document, range),
      snippet: { kind: 'snippet', value: newText },
    }));
    return { documentChanges: [{ textDocument, edits: snippetEdits } as TextDocumentEdit] };
  }
  const plain = edits.map(({ range, newText }) =>
    toLspEdit(document, { range, newText: isSnippet ? plainText(newText) : newText }),
  );
  return { changes: { [document.uri]: plain } };
}

export function toLspEdit(document: TextDocument, { range, newText }: TextEdit): LspTextEdit {
  return { range: toRange(document, range), newText };
}
